import { alertRow, boardsOf, hallOf, MINUTE, NOW } from '../spec-rows';
import { setLang } from '../ui/lang';
import { smallHall, WallOnShow } from './wall.spec-kit';

let wall: WallOnShow;

/** Text on a wall is at least 24 px at 1920×1080, stays inside its box, and the wall inside the screen. */
function faults(): string[] {
  const found: string[] = [];
  for (const element of wall.page.querySelectorAll<HTMLElement>('*')) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (!own) continue;
    const style = getComputedStyle(element);
    const name = `${element.tagName}.${element.className} “${element.textContent?.trim().slice(0, 12)}”`;
    if (parseFloat(style.fontSize) < 24) found.push(`${name} is ${style.fontSize}`);
    const cutByDesign = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    if (!cutByDesign && style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1) found.push(`${name} overflows`);
    const box = element.getBoundingClientRect();
    if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1) found.push(`${name} leaves the screen`);
    const tile = element.closest('.tile')?.getBoundingClientRect();
    if (tile && (box.right > tile.right + 1 || box.bottom > tile.bottom + 1)) found.push(`${name} leaves its tile`);
  }
  return found;
}

describe('the wall at 1920×1080', () => {
  const longest = {
    zh: { service: '城乡居民社会养老保险待遇核定', counter: '综合受理第十二号窗口（无障碍）', number: '特需A1234' },
    en: { service: 'Residence permits and household registration', counter: 'Accessible counter number twelve', number: 'PRIORITY-12' },
  };

  beforeEach(() => {
    wall = new WallOnShow();
  });
  afterEach(() => wall.leave());

  for (const lang of ['zh', 'en'] as const) {
    for (const counters of [6, 12, 60, 120, 300, 500]) {
      it(`holds ${counters} counters with the longest labels in ${lang}`, async () => {
        setLang(lang);
        await wall.show(hallOf(counters, longest[lang]));
        expect(innerWidth).toBe(1920);
        expect(faults()).toEqual([]);
        expect(document.documentElement.scrollHeight).toBe(1080);
        expect(document.documentElement.scrollWidth).toBe(1920);
      });
    }

    it(`holds a long list of alerts with the longest words in ${lang}`, async () => {
      setLang(lang);
      const rows = hallOf(60, longest[lang]);
      for (let i = 0; i < 9; i++) {
        const raisedAt = NOW - (i + 700) * MINUTE;
        rows.alerts[`a${i}`] = alertRow({
          subject: { kind: 'ticket', id: `t${i}` }, label: i % 2 ? longest[lang].number : longest[lang].service, serviceId: 's0', raisedAt, sinceAt: raisedAt - 300 * MINUTE,
          kind: i % 2 ? 'complaint.rectify' : 'queue.length', value: 1234, limit: 1000, acknowledgedAt: NOW, acknowledgedBy: longest[lang].counter,
        });
      }
      await wall.show(rows);
      expect(wall.page.querySelectorAll('hb-alert-list li').length).toBe(7);
      expect(faults()).toEqual([]);
    });

    for (const boards of [3, 27, 80]) {
      it(`holds ${boards} boards with names of up to 60 characters in ${lang}`, async () => {
        setLang(lang);
        await wall.show(boardsOf(boards));
        expect(faults()).toEqual([]);
      });
    }
  }

  it('has no saturated colour while the hall is calm', async () => {
    await wall.show(smallHall());
    const loud = ['rgb(255, 91, 77)', 'rgb(242, 180, 65)'];
    const coloured = [...wall.page.querySelectorAll('*')].filter((element) => {
      const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
      return [color, backgroundColor, borderTopColor].some((value) => loud.includes(value));
    });
    expect(coloured.length).toBe(0);
  });
});
