import fc from 'fast-check';
import { isPersonal, maskText } from './personal.js';

const RUNS = 500;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((some) => some.join(''));
const two = (min: number, max: number) => fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'));
const place = fc.constantFrom('110101', '310115', '440305', '510104', '650102', '820000');

const mobiles = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9), fc.constantFrom('', '+86', '0086', '86', '+86 ', '86-'), fc.constantFrom('', ' ', '-'))
  .map(([second, rest, prefix, gap]) => `${prefix}1${second}${rest[0]}${gap}${rest.slice(1, 5)}${gap}${rest.slice(5)}`);
const born = fc.tuple(place, fc.integer({ min: 1900, max: 2025 }), two(1, 12), two(1, 28), digits(3));
const residents = born.map(([where, year, month, day, serial]) => {
  const first = `${where}${year}${month}${day}${serial}`;
  const sum = [...first].reduce((total, digit, index) => total + Number(digit) * WEIGHTS[index]!, 0);
  return first + '10X98765432'[sum % 11]!;
});
const oldResidents = born.map(([where, year, month, day, serial]) => `${where}${String(year).slice(2)}${month}${day}${serial}`);
const cards = fc.tuple(fc.constantFrom('622202', '411111', '955880', '356600'), fc.integer({ min: 9, max: 12 }).chain(digits), fc.boolean()).map(([issuer, rest, grouped]) => {
  const number = [...Array(10).keys()].map((last) => `${issuer}${rest}${last}`).find(luhn)!;
  return grouped ? number.replace(/(\d{4})(?=\d)/g, '$1 ') : number;
});
const mails = fc.tuple(fc.stringMatching(/^[a-z0-9]{1,12}(\.[a-z0-9]{1,8})?$/), fc.constantFrom('example.com', 'mail.gov.cn', 'qq.com')).map(([name, host]) => `${name}@${host}`);
const personal = fc.oneof(mobiles, residents, oldResidents, cards, mails);
const around = fc.constantFrom('', '电话', ' ', '：', '，', 'tel:', '(', '"', '\n', '号', 'call ', '\u0010', '\\');
const after = fc.constantFrom('', '。', ' ', ')', '"', '先生', '，谢谢', '\t', ' ok');

function luhn(number: string): boolean {
  let sum = 0;
  for (let index = number.length - 1, second = false; index >= 0; index--, second = !second) {
    const digit = Number(number[index]) * (second ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

describe('Personal data in free text', () => {
  const table: [text: string, masked: string][] = [
    ['13812345678', '138****5678'],
    ['请致电 138 1234 5678，谢谢', '请致电 138****5678，谢谢'],
    ['+86 138-1234-5678', '+86 138****5678'],
    ['电话１３８１２３４５６７８', '电话138****5678'],
    ['身份证11010119900307002X的老人', '身份证110101********002X的老人'],
    ['110101900307001', '110101******001'],
    ['卡号 6222021234567890128', '卡号 622202*********0128'],
    ['4111 1111 1111 1111', '411111******1111'],
    ['zhangsan@example.com 投诉', 'z*******@example.com 投诉'],
    ['13812345678、13912345678', '138****5678、139****5678'],
  ];
  for (const [text, masked] of table) it(`[W12] "${text}" is stored as "${masked}"`, () => expect(maskText(text)).toBe(masked));

  const left = [
    '1795392000123', '1795392000', '1795392000123456', '1795392000123456789', '2026-11-23T09:30:00.000+08:00', '550e8400-e29b-41d4-a716-138123456789',
    'ORD-13812345678', 'SN13812345678', '0.13812345678', '138123456789', '12345678901', '110101199003070012', '6222021234567890120', '99999999999999999999',
    '192.168.100.100', 'v1.2.3@4', '@', '办件号 20261123000123', '12.13812345678', '9007199254740993', '0755-12345678',
  ];
  for (const text of left) it(`[W12] "${text}" is nobody’s, and stays`, () => expect(maskText(text)).toBe(text));

  it(`[W12] is masked in any surroundings, and masked text stays as it is (${RUNS} patterns)`, () => {
    const found = fc.check(fc.property(around, personal, after, (before, one, behind) => {
      const text = before + one + behind;
      const masked = maskText(text);
      expect(masked).not.toContain(one);
      expect(masked).toContain('*');
      expect(maskText(masked)).toBe(masked);
    }), { numRuns: RUNS });
    expect(found.failed).withContext(fc.defaultReportMessage(found) ?? '').toBeFalse();
    console.log(`personal data: ${found.numRuns} patterns, seed ${found.seed}`);
  });

  it(`[W12] hides nothing else: instants, measures, uuids and ids stay as they are (${RUNS} texts)`, () => {
    const epoch = fc.integer({ min: Date.UTC(2001, 8, 10), max: Date.UTC(2060) });
    const harmless = fc.oneof(epoch.map(String), epoch.map((at) => `${at}000`), epoch.map((at) => new Date(at).toISOString()), fc.uuid(),
      fc.integer({ min: 0, max: 9_999_999_999 }).map(String), fc.stringMatching(/^[A-Z]{1,4}-?\d{1,19}$/), digits(12).map((some) => `2${some}`));
    fc.assert(fc.property(around, harmless, after, (before, text, behind) => {
      expect(maskText(before + text + behind)).toBe(before + text + behind);
    }), { numRuns: RUNS });
  });

  it('[W12] the net has teeth: a mask that forgets numbers in groups is caught', () => {
    const planted = (text: string) => text.replace(/1[3-9]\d{9}/g, '***********');
    expect(fc.check(fc.property(around, mobiles, after, (before, one, behind) => !planted(before + one + behind).includes(one)), { numRuns: RUNS }).failed).toBeTrue();
  });

  it('[W12] a mobile number or resident id is one with nothing else around it', () => {
    expect(['13812345678', ' +86 13812345678', '11010119900307002X', '１３８１２３４５６７８'].map(isPersonal)).toEqual([true, true, true, true]);
    expect(['A012', '20261123001', 'A13812345678', '110101199003070012', '1381234567', 'T-13812345678'].map(isPersonal)).toEqual([false, false, false, false, false, false]);
  });
});
