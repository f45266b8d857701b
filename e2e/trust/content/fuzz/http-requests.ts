/** Requests as bytes: those that have broken servers before, and grown ones that nobody thought of. */
import type { Dice } from './dice.js';

const EVENTS = '/api/v1/halls/a/events';
const bytes = (text: string) => Buffer.from(text, 'latin1');
const post = (headers: string, body = '{}') => bytes(`POST ${EVENTS} HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n${body}`);
const get = (target: string, headers = 'Host: x') => bytes(`GET ${target} HTTP/1.1\r\n${headers}\r\n\r\n`);
const JSON_TYPE = 'Content-Type: application/json';

/** Kept for ever: each a way in which two readers of one request came to differ, or one of them came to harm. */
export const knownRequests: Readonly<Record<string, Buffer>> = {
  'length and chunks': post(`${JSON_TYPE}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked`, '0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'),
  'two lengths': post('Content-Length: 2\r\nContent-Length: 40'),
  'a length in a list': post('Content-Length: 2, 2'),
  'a length below zero': post('Content-Length: -1'),
  'a signed length': post('Content-Length: +2'),
  'a length that no number holds': post('Content-Length: 99999999999999999999999'),
  'a length in hex': post('Content-Length: 0x2'),
  'chunked twice': post('Transfer-Encoding: chunked, chunked', '0\r\n\r\n'),
  'chunked, misspelt': post('Transfer-Encoding: xchunked', '0\r\n\r\n'),
  'chunked, with a space': post('Transfer-Encoding : chunked', '0\r\n\r\n'),
  'chunked, not last': post('Transfer-Encoding: chunked, gzip', '0\r\n\r\n'),
  'a chunk of all lengths': post('Transfer-Encoding: chunked', 'ffffffffffffffff\r\nx\r\n0\r\n\r\n'),
  'a chunk below zero': post('Transfer-Encoding: chunked', '-1\r\nx\r\n0\r\n\r\n'),
  'a chunk without its end': post('Transfer-Encoding: chunked', '5\r\nabcdefgh\r\n0\r\n\r\n'),
  'a chunk with a long note': post('Transfer-Encoding: chunked', `1;${'n'.repeat(20_000)}\r\nx\r\n0\r\n\r\n`),
  'a trailer of ours': post('Transfer-Encoding: chunked\r\nTrailer: Authorization', '0\r\nAuthorization: Bearer x\r\nContent-Length: 3\r\n\r\n'),
  'bare line ends': bytes('GET /healthz HTTP/1.1\nHost: x\n\n'),
  'a folded header': get('/healthz', 'Host: x\r\nX-A: a\r\n b'),
  'a header without a name': get('/healthz', ': x'),
  'a header with a NUL': get('/healthz', 'Host: x\r\nX: a\0b'),
  'two hosts': get('/healthz', 'Host: x\r\nHost: y'),
  'no host': get('/healthz', 'X: y'),
  'three thousand headers': get('/healthz', Array.from({ length: 3_000 }, (_, index) => `x${index}: y`).join('\r\n')),
  'a header of 70 kB': get('/healthz', `Host: x\r\nX: ${'y'.repeat(70_000)}`),
  'an address of 70 kB': get(`/${'y'.repeat(70_000)}`),
  'a whole address': get('http://evil.invalid/healthz'),
  'a star': bytes('OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'),
  'a tunnel': bytes('CONNECT 127.0.0.1:25 HTTP/1.1\r\nHost: x\r\n\r\n'),
  'a trace': bytes('TRACE / HTTP/1.1\r\nHost: x\r\nCookie: a=b\r\n\r\n'),
  'HTTP/0.9': bytes('GET /healthz\r\n\r\n'),
  'HTTP/9.9': bytes('GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n'),
  'HTTP/2': bytes('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  'TLS': Buffer.from('16030100a5010000a10303', 'hex'),
  'a method of no letters': bytes('\x00\x01\x02 / HTTP/1.1\r\nHost: x\r\n\r\n'),
  'a method that is long': bytes(`${'A'.repeat(9_000)} / HTTP/1.1\r\nHost: x\r\n\r\n`),
  'an upgrade to nothing': get('/healthz', 'Host: x\r\nConnection: Upgrade\r\nUpgrade: h2c, websocket, x'),
  'an upgrade without a key': get('/socket.io/?EIO=4&transport=websocket', 'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket'),
  'an upgrade to another path': get('/socket.io/../api', 'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=='),
  'polling': bytes('POST /socket.io/?EIO=4&transport=polling&sid=__proto__ HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n4xx'),
  'a wait that is never told to go on': post('Expect: 200-ok\r\nContent-Length: 2'),
  'half a character in the address': get('/%ed%a0%80'),
  'a percent alone': get('/%'),
  'an overlong slash': get('/..%c0%af..%c0%afetc/passwd'),
  'a gzip that is none': post(`${JSON_TYPE}\r\nContent-Encoding: gzip\r\nContent-Length: 2`),
  'many ranges': get('/favicon.svg', `Host: x\r\nRange: bytes=${Array.from({ length: 500 }, (_, index) => `${index}-`).join(',')}`),
  'a range backwards': get('/favicon.svg', 'Host: x\r\nRange: bytes=9-1,-,x'),
  'bytes that are no UTF-8': Buffer.concat([post(`${JSON_TYPE}\r\nContent-Length: 6`, ''), Buffer.from([0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22])]),
  'one request after another in one piece': Buffer.concat(Array.from({ length: 200 }, () => get('/healthz'))),
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'QUERY', 'get', 'G ET'];
const TARGETS = ['/', '/api/v1/halls', EVENTS, '/api/v1/halls/a/state', '/api/v1/halls/a/journal?from=1', '/api/v1/session', '/socket.io/?EIO=4&transport=websocket', '/api/docs/x', '/wall/a', '//', '/%2e%2e/', '/api/v1/halls/%00/state', '*', 'x:y'];
const HEADERS = [
  'Host: x', 'Host:', 'Content-Length: 5', 'Content-Length: 0', 'Content-Length: 5 5', 'Transfer-Encoding: chunked', 'Transfer-Encoding:\tchunked', JSON_TYPE, 'Content-Type: application/x-ndjson', 'Content-Type: application/cloudevents-batch+json; charset=utf-16', 'Content-Type: ;;;', 'Connection: close', 'Connection: keep-alive, Upgrade',
  'Upgrade: websocket', 'Sec-WebSocket-Key: x', 'Sec-WebSocket-Version: 99', 'Expect: 100-continue', 'Authorization: Bearer', 'Authorization: Basic x', 'Cookie: hallboard_session=%00; ;=;', 'Origin: null', 'If-None-Match: "', 'If-Modified-Since: x', 'Range: bytes=0-', 'Accept-Encoding: br;q=x', 'X-Request-Id: a b', 'X-Forwarded-Proto: https, x', 'X-Forwarded-For: \'',
];
const BODIES = ['', '{}', '[]', '{"a":', '5\r\nhello\r\n0\r\n\r\n', 'zz\r\n', '\n\n\n', '\0', '[[[['.repeat(500), '"'.repeat(300)];
const BETWEEN = ['\r\n', '\r\n\r\n', '\n', '\0', '\xff\xfe', ' ', ':', '%', 'Content-Length: 1\r\n', 'Transfer-Encoding: chunked\r\n', 'HTTP/1.1', '\r', ';', ','].map(bytes);

/** One grown by the grammar, half of them changed by bytes besides. */
export function grownRequest(dice: Dice): Buffer {
  const headers = Array.from({ length: dice.below(8) }, () => dice.of(HEADERS)).join('\r\n');
  const request = bytes(`${dice.of(METHODS)} ${dice.of(TARGETS)} HTTP/1.${dice.below(3)}\r\n${headers}\r\n\r\n${dice.of(BODIES)}`);
  return dice.below(2) === 0 ? request : dice.mutated(request, BETWEEN);
}
