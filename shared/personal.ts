/**
 * Personal data in free text, found by its form and masked before anything is stored: mobile numbers, resident ids and bank cards of
 * the mainland, and mail addresses. What is masked once stays as it is, so that the same text is always stored as the same.
 */

/** Whatever is masked holds one of these: most texts are looked through no further. */
const MAY = /\d{11}|\d[ -]\d{4}[ -]\d{4}|[@＠０-９]/;

/** Not within a word or a number, nor the tail of an id such as ORD-1…; a point between digits makes a number go on. */
const BEFORE = '(?<![A-Za-z0-9_]|\\d\\.|[A-Za-z]-)';
const AFTER = '(?![A-Za-z0-9_]|\\.\\d)';
const alone = (pattern: string) => new RegExp(`${BEFORE}${pattern}${AFTER}`, 'g');

const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)';
const MONTH_DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const MOBILE = '1[3-9]\\d(?:\\d{8}|([ -])\\d{4}\\1\\d{4})';
const RESIDENT = `${PROVINCE}\\d{4}(?:18|19|20)\\d\\d${MONTH_DAY}\\d{3}[\\dXx]`;

const resident = alone(RESIDENT);
const resident15 = alone(`${PROVINCE}\\d{6}${MONTH_DAY}\\d{3}`);
/** First digits that issuers have; the epoch's microseconds begin with none of them. */
const card = alone('[3-69]\\d{3}(?:\\d{12,15}|([ -])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1?\\d{1,3})?)');
const mobile = new RegExp(`${BEFORE}((?:(?:\\+|00)?86[ -]?)?)(${MOBILE.replaceAll('\\1', '\\3')})${AFTER}`, 'g');
const mail = /(?<![\w.%+-])([\w.%+-]{1,128})@((?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24})/g;

/** GB 11643: the last character makes the weighted sum 1 modulo 11. */
function isResident(text: string): boolean {
  const digits = [...text.slice(0, 17)].map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (2 ** (17 - index) % 11), 0);
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase();
}

/** ISO/IEC 7812: every second digit doubled, the digits of all of them sum to tens. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + (index % 2 === 0 ? Number(digit) : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]!), 0);
  return sum % 10 === 0;
}

function middle(text: string, first: number, last: number): string {
  return text.slice(0, first) + '*'.repeat(text.length - first - last) + text.slice(text.length - last);
}

/** Full-width digits and signs are read as what they stand for. */
function narrow(text: string): string {
  return text.replace(/[０-９＠]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** The text with what is personal masked: 138****5678, 110101********1234, 622202******7890, z****@example.com. */
export function maskText(text: string): string {
  if (!MAY.test(text)) return text;
  const read = narrow(text);
  const masked = read
    .replace(resident, (found) => (isResident(found) ? middle(found, 6, 4) : found))
    .replace(card, (found) => (isLuhn(found.replace(/\D/g, '')) ? middle(found.replace(/\D/g, ''), 6, 4) : found))
    .replace(resident15, (found) => middle(found, 6, 3))
    .replace(mobile, (_found, prefix: string, number: string) => prefix + middle(number.replace(/\D/g, ''), 3, 4))
    .replace(mail, (_found, name: string, host: string) => `${middle(name, name.length > 1 ? 1 : 0, 0)}@${host}`);
  return masked === read ? text : masked;
}

const LONGEST = 24;
const whole = new RegExp(`^(?:(?:\\+|00)?86[ -]?)?${MOBILE}$|^${RESIDENT}$`);

/** Whether the text is a mobile number or a resident id and nothing else. */
export function isPersonal(text: string): boolean {
  if (text.length < 11 || text.length > LONGEST) return false;
  const read = narrow(text.trim());
  return whole.test(read) && (read.length !== 18 || !/^\d{17}/.test(read) || isResident(read));
}
