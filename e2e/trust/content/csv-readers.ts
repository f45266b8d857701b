/** Two readers of CSV that share no line, so that both would have to be wrong in the same way. */

/** By the letter, as RFC 4180 says. */
export function readByState(text: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let [row, field, quoted, begun] = [[] as string[], '', false, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') field += text[++at];
      else quoted = false;
    } else if (sign === '"' && !begun) [quoted, begun] = [true, true];
    else if (sign === separator) [field, begun] = [(row.push(field), ''), false];
    else if (sign === '\n' || (sign === '\r' && text[at + 1] === '\n')) {
      if (sign === '\r') at++;
      row.push(field);
      rows.push(row);
      [row, field, begun] = [[], '', false];
    } else [field, begun] = [field + sign, true];
  }
  if (row.length > 0 || field !== '') rows.push([...row, field]);
  return rows;
}

/** By a pattern: a field, quoted or plain, and what ends it. */
export function readByPattern(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}
