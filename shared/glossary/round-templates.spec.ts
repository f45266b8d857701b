import { roundTemplates, type RoundTemplate } from './round-templates.js';

const templates: RoundTemplate[] = Object.values(roundTemplates);

describe('The templates of rounds', () => {
  it('say every item in both languages, each once', () => {
    for (const { name, items } of templates) {
      for (const { zh, en } of [name, ...items, ...items.flatMap(({ group }) => group ?? [])]) expect([/\p{Script=Han}/u.test(zh), /^[A-Z]/.test(en) && !/\p{Script=Han}/u.test(en)]).withContext(`${zh} ${en}`).toEqual([true, true]);
      expect(new Set(items.map(({ zh }) => zh)).size).withContext(name.en).toBe(items.length);
    }
  });

  it('hold the four checks and ten comparisons of a pharmacy', () => {
    const { items } = roundTemplates.pharmacy;
    const groups = [...new Set(items.map(({ group }) => group!.zh))];
    expect(groups.map((group) => `${group} ${items.filter((item) => item.group!.zh === group).length}`)).toEqual(['查处方 3', '查药品 4', '查配伍禁忌 2', '查用药合理性 1']);
  });
});
