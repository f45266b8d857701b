/**
 * The two socket.io namespaces, and the topics at an MQTT broker, as an AsyncAPI 3.0 document, served at `/api/asyncapi.json`, from the same schemas. AsyncAPI
 * speaks from the application's side: the server receives `hello` and sends `snapshot`.
 */
import * as examples from './examples.js';
import { jsonSchemas, reached, ref, type Json } from './schemas.js';

const TEXT = `socket.io 4, transport websocket only, path /socket.io. Namespace /live: a screen says hello and from then on holds the rows of a hall.
Namespace /feed: the events of the HTTP interface over a socket, with the same answer as acknowledgement.
Topics hallboard/{hallId}/…: the same events from an MQTT broker, where HALLBOARD_MQTT_URL names one.

Who asks is told in the handshake: auth {key}, or the session cookie of the page. A public hall may be watched without either. Pages of other
origins than the server's own are refused unless HALLBOARD_ORIGINS names them.

A screen's whole duty: on snapshot, take rows, epoch and seq. On delta, apply it when its epoch is yours and its prev is your seq, else say hello
again. On connecting again, say hello with the epoch and seq you hold: you get the missed deltas, or a snapshot. That is the only recovery. Instants are RFC 3339, or epoch milliseconds in
fields whose name ends in At; lengths end in Ms.`;

interface Message {
  title: string;
  summary: string;
  payload: Json;
  examples: { name?: string; payload: unknown }[];
}
interface Channel {
  address: string;
  title: string;
  description: string;
  parameters?: Json;
  messages: Record<string, Json>;
}
interface Operation extends Json {
  action: 'send' | 'receive';
}

/** The parts of the document that the page and the specs read. */
export interface AsyncDocument extends Json {
  info: { title: string; version: string; description: string; license: Json };
  channels: Record<'live' | 'feed' | 'mqtt' | 'mqttProblems', Channel>;
  operations: Record<string, Operation>;
  components: { messages: Record<string, Message & { name: string; contentType: string }>; schemas: Record<string, Json>; securitySchemes: Json };
}

const messages: Record<string, Message> = {
  hello: {
    title: 'hello 握手', summary: 'Which hall, and what is held of it',
    payload: ref('Hello'), examples: [{ name: 'first', payload: examples.hello }, { name: 'again', payload: examples.helloAgain }],
  },
  snapshot: {
    title: 'snapshot 快照', summary: 'Everything',
    payload: ref('Snapshot'), examples: [{ payload: examples.snapshot }],
  },
  delta: {
    title: 'delta 增量', summary: 'What changed',
    payload: ref('DeltaMessage'), examples: [{ payload: examples.delta }],
  },
  beat: {
    title: 'beat 心跳', summary: 'Every second: the hall\'s clock and where the feed stands',
    payload: ref('Beat'), examples: [{ payload: examples.beat }],
  },
  refused: {
    title: 'refused 拒绝', summary: 'Why the hello was refused, or the screen cut off',
    payload: ref('Refused'), examples: [{ payload: examples.refused }],
  },
  status: {
    title: 'status 状态', summary: 'How the screen is',
    payload: ref('ScreenStatus'), examples: [{ payload: examples.status }],
  },
  reload: {
    title: 'reload 重载', summary: 'Load the page anew',
    payload: ref('Reload'), examples: [{ payload: examples.reload }],
  },
  events: {
    title: 'events 事件', summary: 'Events of a hall',
    payload: {
      description: 'One event, an array of them, or either under events beside the hall\'s id. hallId may also stand in the handshake\'s auth, and a key of one hall need not name it.',
      oneOf: [ref('Event'), { type: 'array', items: ref('Event') }, { type: 'object', required: ['events'], properties: { hallId: ref('Id'), events: { oneOf: [ref('Event'), { type: 'array', items: ref('Event') }] } } }],
    },
    examples: [{ payload: { hallId: 'hall-1', events: [examples.called, examples.started] } }],
  },
  answer: {
    title: 'answer 应答', summary: 'The acknowledgement of events: after they are on disk, or a problem',
    payload: { oneOf: [ref('IntakeAnswer'), ref('Problem')] },
    examples: [{ payload: examples.answerToTwo }],
  },
  published: {
    title: 'published 发布', summary: 'Events of the hall that the topic names',
    payload: { description: 'One event, an array of them, or one a line (NDJSON); at most 8 MB.', oneOf: [ref('Event'), { type: 'array', items: ref('Event') }] },
    examples: [{ payload: examples.called }],
  },
  problems: {
    title: 'problems 问题', summary: 'What was refused of a published message',
    payload: { oneOf: [ref('IntakeAnswer'), ref('Problem')] },
    examples: [{ payload: examples.answerToTwo }],
  },
};

const inChannel = (channel: string, name: string): Json => ({ $ref: `#/channels/${channel}/messages/${name}` });
const channel = (address: string, { title, description, names }: { title: string; description: string; names: string[] }): Channel => ({
  address, title, description, messages: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
});
const topic = (name: string, { title, description, names }: { title: string; description: string; names: string[] }): Channel => ({
  ...channel(`hallboard/{hallId}/${name}`, { title, description, names }), parameters: { hallId: { description: 'The hall whose events they are.' } },
});
const operation = (action: 'send' | 'receive', { room, name, summary }: { room: string; name: string; summary: string }): Operation => ({
  action, channel: { $ref: `#/channels/${room}` }, summary, messages: [inChannel(room, name)],
});

const channels = {
  live: channel('/live', {
    title: 'Live rows 实时', names: ['hello', 'snapshot', 'delta', 'beat', 'refused', 'status', 'reload'],
    description: 'The server chooses what a caller may see: walls, and viewers of a public hall without a key, get no figures of single counters and people. The first change after a quiet moment is sent at once, further ones merged, at most four times a second. A screen that takes in less than it is sent gets a snapshot once it has caught up, and is cut off after 10 s. One socket may say hello for several halls.',
  }),
  feed: channel('/feed', { title: 'Events in 接入', names: ['events', 'answer'], description: 'The same events as POST /api/v1/halls/{hallId}/events, with a key of role device; the answer is the acknowledgement of the message. At most 4 MB a message.' }),
  mqtt: topic('events', { title: 'Events by MQTT', names: ['published'], description: 'Devices publish with QoS 1 or 2; the PUBACK comes after the events are on disk, and what is published while Hallboard is away comes when it is back. Who may publish, the broker decides.' }),
  mqttProblems: topic('problems', { title: 'Problems by MQTT', names: ['problems'], description: 'Published with QoS 0; of what was stored nothing is said.' }),
};

const operations: Record<string, Operation> = {
  hello: operation('receive', { room: 'live', name: 'hello', summary: 'A screen asks for a hall.' }),
  snapshot: operation('send', { room: 'live', name: 'snapshot', summary: 'Answers a hello, and a screen that had lagged.' }),
  delta: operation('send', { room: 'live', name: 'delta', summary: 'Whenever rows changed; also answers a hello that missed a few.' }),
  beat: operation('send', { room: 'live', name: 'beat', summary: 'Every second.' }),
  refused: operation('send', { room: 'live', name: 'refused', summary: 'Instead of rows.' }),
  status: operation('receive', { room: 'live', name: 'status', summary: 'After the answer to hello and once a minute; more than one in five seconds is not heard, and nothing is answered.' }),
  reload: operation('send', { room: 'live', name: 'reload', summary: 'A person asked for it.' }),
  events: {
    ...operation('receive', { room: 'feed', name: 'events', summary: 'A device posts events.' }),
    reply: { channel: { $ref: '#/channels/feed' }, messages: [inChannel('feed', 'answer')] },
  },
  published: operation('receive', { room: 'mqtt', name: 'published', summary: 'A device publishes events.' }),
  problems: operation('send', { room: 'mqttProblems', name: 'problems', summary: 'Where events of a message were refused, or none could be read.' }),
};

export function asyncApi(version: string): AsyncDocument {
  const described = Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, { name, contentType: 'application/json', ...message }]));
  return {
    asyncapi: '3.0.0',
    info: { title: 'Hallboard 明窗: live rows and events over sockets', version, description: TEXT, license: { name: 'MIT' } },
    defaultContentType: 'application/json',
    servers: {
      hallboard: {
        host: '{host}', pathname: '/socket.io', protocol: 'ws', protocolVersion: '13', description: 'socket.io 4 on the server\'s own port.',
        variables: { host: { default: '127.0.0.1:3000', description: 'HOST and PORT of the server.' } },
        security: [{ $ref: '#/components/securitySchemes/key' }],
      },
    },
    channels,
    operations,
    components: {
      messages: described,
      schemas: reached(described, jsonSchemas()),
      securitySchemes: { key: { type: 'userPassword', description: 'socket.io handshake: auth {key}, or the session cookie of the page.' } },
    },
  };
}
