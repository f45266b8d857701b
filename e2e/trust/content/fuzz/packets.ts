/** What a client says over a socket that it should not: engine.io and socket.io packets, texts and bytes. */
import type { Dice } from './dice.js';

const bytes = (length: number) => Buffer.alloc(length, 0x51);
const placeholders = (count: number) => Array.from({ length: count }, (_, num) => `{"_placeholder":true,"num":${num}}`).join(',');

/** Kept for ever: each once brought a server of this family down, or made it keep what it should not. */
export const knownPackets: Readonly<Record<string, (string | Buffer)[]>> = {
  'a thousand attachments': [`51000-/live,["hello",${placeholders(1_000)}]`, ...Array.from({ length: 50 }, () => bytes(10))],
  'attachments without end': ['5999999999-/live,["hello",{"_placeholder":true,"num":0}]', bytes(10), bytes(10)],
  'an attachment that is none': ['51-/live,["hello",{"_placeholder":true,"num":-1}]', bytes(10)],
  'an attachment by name': ['51-/live,["hello",{"_placeholder":true,"num":"constructor"}]', bytes(10)],
  'an attachment in an answer': ['61-/live,1[{"_placeholder":true,"num":9}]', bytes(10)],
  'a text where bytes are due': ['51-/live,["hello",{"_placeholder":true,"num":0}]', '2', '42/live,["hello"]'],
  'bytes out of nothing': [bytes(10), bytes(100_000)],
  'an event of no name': ['42/live,[]', '42/live,[{}]', '42/live,{}', '42/live,null', '42/live,"hello"', '42/live'],
  'an event of the house': ['42/live,["disconnect"]', '42/live,["connect"]', '42/live,["connect_error"]', '42/live,["disconnecting"]', '42/live,["newListener"]', '42/live,["removeListener"]', '42/live,["error"]'],
  'an event of the prototype': ['42/live,["__proto__",{}]', '42/live,["constructor"]', '42/live,["toString"]', '42/live,["hasOwnProperty"]'],
  'an answer to nobody': ['43/live,9999[]', '43/live,-1[]', '43/live,1e9[]', '43/live,[]'],
  'names of rooms and spaces': ['40/', '40/nowhere,', '40//live,', '40/live?x=y,{"key":{}}', '40/__proto__,', `40/${'x'.repeat(9_000)},`, '41/nowhere,', '44/live,{}', '40/feed,[]', '40/feed,"x"'],
  'no packet at all': ['', '9', 'x', '4', '4x', '49', '0', '1', '2probe', '3probe', '5', '6', '\u0000', '4\ud800'],
  'a number without end': [`42/live,${'9'.repeat(400)}["hello"]`, '42/live,00["hello"]'],
  'a hello of no hall': ['42/live,["hello",null]', '42/live,["hello",{"hallId":{"$ne":1}}]', '42/live,["hello",{"hallId":"__proto__"}]', '42/live,["hello",{"hallId":"a","since":{"seq":1e400}}]', '42/live,["status",{"id":[]}]', '42/live,1["hello"]'],
  'events of no key': ['42/feed,1["events",null]', '42/feed,2["events",{"hallId":"a","events":[{}]}]', '42/feed,3["events",[[[]]]]', `42/feed,4["events",${'['.repeat(2_000)}${']'.repeat(2_000)}]`],
  'four megabytes': [`42/live,["hello","${'x'.repeat(3_900_000)}"]`],
  'more than may be': [`42/live,["hello","${'x'.repeat(4_300_000)}"]`],
};

const TYPES = ['0', '1', '2', '3', '4', '40', '41', '42', '43', '44', '45', '46', '47', '5', '6', 'b'];
const SPACES = ['', '/', '/live,', '/feed,', '/live', '/x,'];
const IDS = ['', '0', '1', '12345678901234567890', '-1', '1-', '2-'];
const DATA = ['["hello",{"hallId":"a"}]', '["hello",{"hallId":"safe"}]', '["status",{}]', '["events",{"hallId":"a","events":[]}]', '["x"]', '[]', '{}', 'null', '"', '[["hello"]]', '["hello",{"_placeholder":true,"num":0}]', '{"key":"x"}', '["hello",', ''];
const BETWEEN = ['"', '[', ']', '{', '}', ',', '\\', '\\ud800', '\0', '-', '1e400', '/', '\ufeff'].map((text) => Buffer.from(text));

export function grownPacket(dice: Dice): string | Buffer {
  const packet = dice.of(TYPES) + dice.of(SPACES) + dice.of(IDS) + dice.of(DATA);
  switch (dice.below(4)) {
    case 0: return packet;
    case 1: return dice.mutated(Buffer.from(packet), BETWEEN);
    default: return dice.mutated(Buffer.from(packet), BETWEEN).toString();
  }
}
