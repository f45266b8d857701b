/** What is not there cannot be attacked, as long as it stays away: no interpreter, parser or protocol that the standard warns of. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tried } from '../kit/tried.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
/** Packages by what they would bring in, of those that are installed to run. */
const PACKAGES: Record<string, RegExp> = {
  LDAP: /ldap/, XPath: /xpath/, LaTeX: /latex/, XML: /^(xml2js|xmldom|fast-xml-parser|libxmljs\d*|sax|saxes|htmlparser2|jsdom)$|@xmldom/, JNDI: /^java|jndi/, memcache: /memcache|memjs/, GraphQL: /graphql/,
  OAuth: /oauth|openid|oidc|passport/, SAML: /saml/, tokens: /jsonwebtoken|^jose$|paseto/, WebRTC: /webrtc|wrtc|werift|mediasoup|simple-peer|turn/,
  templates: /handlebars|^ejs$|^pug$|mustache|nunjucks|liquidjs|^eta$/, markdown: /^marked$|markdown|showdown|remark/, uploads: /multer|busboy|formidable|multipart/, YAML: /yaml/, 'one-time passwords': /otp|speakeasy|authenticator/,
};
/** Calls, of the code that runs. */
const CALLS: Record<string, RegExp> = {
  'code from a text': /\beval\(|new Function\(|\bvm\.|from 'node:vm'/, 'a program of the machine': /child_process/, 'a weak hash': /createHash\('(?!sha256)|createHmac\('(?!sha256)/, 'a cipher': /createCipher|createDecipher/,
  'a certificate taken unseen': /rejectUnauthorized|NODE_TLS_REJECT/, 'memory as it was left': /allocUnsafe|new Buffer\(/, 'a foreign page\'s message': /addEventListener\('message'|onmessage =/, 'a foreign page': /location(\.href)? = |location\.(assign|replace)\(|window\.open\(/,
  'a parser of markup': /DOMParser|innerHTML|document\.write|XSLT/, 'a peer\'s connection': /RTCPeerConnection/, 'an object of a stranger\'s class': /v8\.deserialize|\.unserialize\(/, 'a plug-in': /WebAssembly\.|<embed|<applet/, 'JSONP': /jsonp|callback=/i,
  'a paste that is forbidden': /\((paste|copy)\)=|onpaste/,
};
/** A pattern is made of our own words; none is made of a text from outside. */
const PATTERNS = ['shared/personal.ts'];
/** Where chance must not be guessed. */
const CHANCE = /Math\.random|randomUUID/;

const sources = ['server', 'shared', 'client/src'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|html)$/.test(name) && !/\.spec(-kit)?\.ts$|-for-spec\.ts$|test-main/.test(name)).map((name) => join(folder, name)));
const textOf = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const found = (kinds: Record<string, RegExp>, texts: Record<string, string>): string[] => Object.entries(texts).flatMap(([name, text]) => Object.entries(kinds).filter(([, kind]) => kind.test(text)).map(([what]) => `${name}: ${what}`));

describe('What is not there', () => {
  it('is installed by no package', () => {
    const lock = (JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { dev?: boolean }> }).packages;
    const names = Object.entries(lock).filter(([path, { dev }]) => path !== '' && !dev).map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(names.length).toBeGreaterThan(100);
    expect(found(PACKAGES, Object.fromEntries(names.map((name) => [name, name])))).toEqual([]);
    tried({ promise: 'Absent', how: 'packages that would bring in what the standard warns of', cases: names.length, outcome: `0 of ${Object.keys(PACKAGES).length} kinds` });
  });

  it('is called by no line that runs', () => {
    const texts = Object.fromEntries(sources.map((name) => [name, textOf(name)]));
    expect(sources.length).toBeGreaterThan(300);
    expect(found(CALLS, texts)).toEqual([]);
    expect(sources.filter((name) => texts[name]!.includes('new RegExp('))).toEqual(PATTERNS);
    expect(sources.filter((name) => name.startsWith('server/access/') && CHANCE.test(texts[name]!))).toEqual([]);
    tried({ promise: 'Absent', how: 'calls that the standard warns of, in every file that runs', cases: sources.length, outcome: `0 of ${Object.keys(CALLS).length} kinds` });
  });

  it('the net has teeth: each kind is seen where it is', () => {
    const planted = ['eval(x)', 'from \'node:child_process\'', 'createHash(\'md5\')', 'createCipheriv(', 'rejectUnauthorized: false', 'Buffer.allocUnsafe(8)', 'addEventListener(\'message\', f)', 'location.href = x', 'new DOMParser()', 'new RTCPeerConnection()', 'v8.deserialize(x)', '<embed src="x">', '?callback=f', '(paste)="no()"'];
    expect(found(CALLS, Object.fromEntries(planted.map((text) => [text, text]))).length).toBe(Object.keys(CALLS).length);
    expect(found(PACKAGES, { ldapjs: 'ldapjs', xml2js: 'xml2js', passport: 'passport', jsonwebtoken: 'jsonwebtoken' }).length).toBe(4);
  });
});
