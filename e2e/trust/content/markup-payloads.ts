/** Two hundred texts that a careless page would run, fetch, or be torn apart by. `canary()` is what none of them may reach. */

/** Where a page would take a text for markup. */
const ELEMENTS = [
  '<script>canary()</script>', '<img src=x onerror=canary()>', '<svg onload=canary()>', '<svg><script>canary()</script></svg>', '<iframe src="javascript:parent.canary()">',
  '<body onload=canary()>', '<details open ontoggle=canary()>', '<video><source onerror=canary()></video>', '<audio src=x onerror=canary()>', '<input autofocus onfocus=canary()>',
  '<object data="javascript:canary()">', '<embed src="javascript:canary()">', '<a href="javascript:canary()">x</a>', '<form action="javascript:canary()"><button>x', '<math href="javascript:canary()">x</math>',
  '<base href="//evil.invalid/">', '<link rel=stylesheet href="//evil.invalid/x.css">', '<meta http-equiv=refresh content="0;url=//evil.invalid/">', '<style>@import "//evil.invalid/x.css"</style>', '<img src="//evil.invalid/x.png">',
  '<svg><animate onbegin=canary() attributeName=x dur=1s>', '<svg><use href="//evil.invalid/x.svg#a">', '<svg><foreignObject><img src=x onerror=canary()></foreignObject></svg>',
];
/** What would end the place that the text stands in. */
const BEFORE = ['', '">', '</title>', '</textarea>', '-->', '</script>'];
const ATTRIBUTES = [
  '" onmouseover="canary()', '\' onfocus=\'canary()\' autofocus x=\'', '" style="background:url(//evil.invalid/x)', '` onerror=canary()', 'x onerror=canary() src=x', '"><img src=x onerror=canary() x="',
];
const ADDRESSES = [
  'javascript:canary()', 'JaVaScRiPt:canary()', 'java\tscript:canary()', '\u0001javascript:canary()', 'data:text/html,<script>canary()</script>', 'vbscript:canary()', '//evil.invalid/', 'https://evil.invalid/?', 'blob:canary()',
];
const TEMPLATES = [
  '{{constructor.constructor("canary()")()}}', '{{canary()}}', '${canary()}', '#{canary()}', '<%= canary() %>', '[[canary()]]', '@if (canary()) { x }', '@for (x of canary(); track x) {}', '*ngIf="canary()"', '[innerHTML]="canary()"',
  '{a|b<script>canary()</script>}', '%7B%7Bcanary()%7D%7D',
];
const ENCODED = [
  '&lt;script&gt;canary()&lt;/script&gt;', '&#60;script&#62;canary()&#60;/script&#62;', '\\u003cscript\\u003ecanary()\\u003c/script\\u003e', '%3Cscript%3Ecanary()%3C/script%3E', '＜script＞canary()＜/script＞', '\u2028canary()\u2029', '<scr\u0000ipt>canary()</scr\u0000ipt>', '+ADw-script+AD4-canary()+ADw-/script+AD4-',
];
const TURNED = ['\u202egnp.exe', '\u2066\u2066\u2066\u202d', '\u200f\u200e\u061c عربي', 'A\u202e\u2067B', '\u2069\u202c\u202c', '\ufeffA\u0007\u001b[31m', '\u009b31m', 'A\r\nB\u0085C'];
const LARGE = ['W'.repeat(180), '测'.repeat(180), '😀'.repeat(80), 'a\u0301\u0489'.repeat(50), '\u00a0'.repeat(150), '👨‍👩‍👧‍👦'.repeat(15), 'ﷺ'.repeat(150), '.'.repeat(180), 'ｗ '.repeat(80), '-'.repeat(180)];
const WORDS = ['null', 'undefined', '__proto__', 'constructor', '[object Object]', 'NaN', 'true', '0', 'toString'];

const texts = [...BEFORE.flatMap((before) => ELEMENTS.map((element) => before + element)), ...ATTRIBUTES, ...ADDRESSES, ...TEMPLATES, ...ENCODED, ...TURNED, ...LARGE, ...WORDS];

/** Each ends in its number, so that a page can be seen to show it. */
export const markupPayloads: readonly string[] = texts.slice(0, 200).map((text, index) => `${text}·${index}`);
