import { Problem } from '../problem.js';

const SHORTEST = 8;
const LONGEST = 128;

/**
 * Words that the usual lists of stolen passwords begin with, and this product's own. A password that is one of them with
 * digits and signs around it is refused.
 */
const stems = new Set(
  `abc abcd access admin adminadmin administrator alexander andrew anthony apple asdf asdfgh asdfghjk ashley baby baseball
  basketball batman beijing changeme charlie cheese chelsea china chocolate computer cookie daniel default donald dragon
  elephant facebook family ferrari flower football forever freedom george ginger google guanliyuan guest hallboard hannah
  harley hello helloworld hunter iloveyou internet jasmine jennifer jessica jordan joshua justin killer letmein liverpool
  login london lovely loveme madison maggie manager marina martin master matrix matthew mercedes merlin michael michelle
  midnight mima mingchuang minecraft monkey morgan mustang myspace naruto nicole nintendo ninja oracle pass passw password
  patrick pepper phoenix pokemon princess qazwsx qazwsxedc qwe qwer qwert qwerty qwertyui rainbow robert root samantha
  samsung secret service shadow shanghai soccer sophie spiderman starwars steelers summer sunshine superman supervisor
  taylor temp tennis test tester testing thomas tigger trustno user vanessa victoria welcome whatever william winter
  wodemima woaini woaiwojia yankees zhang wang zxc zxcv zxcvbn zxcvbnm`.split(/\s+/),
);
/** So many keys in a row are no accident. */
const ROW = 5;
const rows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  'zaq1xsw2cde3vfr4',
  'zaq12wsxcde34rfv',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz@wsx',
  '!qaz2wsx',
  '!qaz@wsx#edc',
];
const lookalikes: Record<string, string> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/** Refuses a password that is too short, too long, or among the first that anyone would try. Of what it is composed is free. */
export function demandPassword(password: string): void {
  const length = [...password].length;
  if (length < SHORTEST || length > LONGEST) {
    throw refusal(`has ${length} characters; ${SHORTEST} to ${LONGEST} are accepted, of any kind`);
  }
  if (isGuessable(password.toLowerCase())) {
    throw refusal('is one of the first that anyone would try; take one that is no common word, row of keys, or repetition');
  }
}

function refusal(why: string): Problem {
  return new Problem(422, 'password', `The password ${why}.`, { field: 'password' });
}

function isGuessable(password: string): boolean {
  return isRepetition(password) || isRow(password) || isTrimmedWord(password);
}

/** 88888888, abababab, 123123123: one piece of at most four characters, again and again. */
function isRepetition(password: string): boolean {
  return /^(.{1,4}?)\1+$/su.test(password);
}

/** 87654321, qwertyui, 1qaz2wsx: along the digits, the alphabet or the keys, either way. */
function isRow(password: string): boolean {
  const backwards = [...password].reverse().join('');
  return rows.some((row) => row.includes(password) || row.includes(backwards));
}

/** Password2026!, p@ssw0rd, admin@123, Qwertyuiop2026: a common word, or a row of keys, between digits and signs. */
function isTrimmedWord(password: string): boolean {
  const bare = (text: string) => text.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const unmasked = (text: string) => [...text].map((sign) => lookalikes[sign] ?? sign).join('');
  return [bare(password), unmasked(bare(password)), bare(unmasked(password))].some((word) => stems.has(word) || (word.length >= ROW && isRow(word)));
}
