/** Channels out of the house, and what became of the messages. */
import { answer, body, HALL, inPath, inQuery, json, problem, problems } from './describe.js';
import { channel, delivery } from './examples.js';
import { ref, type Json } from './schemas.js';

const CHANNELS = '/api/v1/halls/{hallId}/channels';
const DELIVERIES = '/api/v1/halls/{hallId}/deliveries';
const CHANNEL = inPath('channelId', 'The channel 通知渠道.');
const NEEDS = 'Needs role admin; a supervisor has the channels that lead to themselves.';
const unknown = problem(404, 'There is no such hall, or no channel of this id that the caller may see.');
const target = { kind: 'webhook', url: 'https://example.org/hooks/hall', secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' };
const put = { name: '值班系统', severities: ['breach'], target };
const put200 = (text: string) => answer(text, json(ref('ChannelEntry'), channel));

export const channelPaths: Record<string, Json> = {
  [CHANNELS]: {
    parameters: [HALL],
    get: {
      tags: ['Channels'], operationId: 'listChannels', summary: 'The channels that the hall\'s alerts go to',
      description: `${NEEDS} Targets are not shown: of mail the addressees, of the others the host. vapidPublicKey: what a browser subscribes to Web Push with.`,
      responses: { 200: answer('The channels.', json(ref('ChannelsAnswer'))), ...problems(401, 403, 404) },
    },
    post: {
      tags: ['Channels'], operationId: 'createChannel', summary: 'Make a channel',
      description: `${NEEDS} It hears of alerts that are raised from then on. allHalls needs an administrator of every hall.`,
      requestBody: body('PutChannel', put),
      responses: { 201: put200('The channel, without its secrets.'), ...problems(400, 401, 403, 404, 415, 422) },
    },
  },
  [`${CHANNELS}/{channelId}`]: {
    parameters: [HALL, CHANNEL],
    put: {
      tags: ['Channels'], operationId: 'changeChannel', summary: 'Change a channel, and turn it on again',
      description: `${NEEDS} A target that is left out stays as it is.`,
      requestBody: body('PutChannel', put),
      responses: { 200: put200('The channel as it now is.'), ...problems(400, 401, 403, 415, 422), 404: unknown },
    },
    delete: {
      tags: ['Channels'], operationId: 'removeChannel', summary: 'Remove a channel, and what still waits for it', description: NEEDS,
      responses: { 204: answer('Removed.'), ...problems(401, 403), 404: unknown },
    },
  },
  [`${CHANNELS}/{channelId}/test`]: {
    parameters: [HALL, CHANNEL],
    post: {
      tags: ['Channels'], operationId: 'testChannel', summary: 'Send a test message now', description: `${NEEDS} Answers when the receiver has, or after ten seconds.`,
      responses: { 200: answer('What became of it.', json(ref('TestAnswer'), { ok: false, error: 'it answered 503' })), ...problems(401, 403), 404: unknown },
    },
  },
  [DELIVERIES]: {
    parameters: [HALL],
    get: {
      tags: ['Channels'], operationId: 'listDeliveries', summary: 'The last 500 messages of one’s channels and what became of them, newest first', description: NEEDS,
      parameters: [inQuery('status', { description: 'Only these; dead: given up.', schema: { type: 'string', enum: ['pending', 'sent', 'dropped', 'dead'] } })],
      responses: { 200: answer('The deliveries, and how many more there are.', json(ref('DeliveriesAnswer'), { deliveries: [delivery], more: 0 })), ...problems(400, 401, 403, 404) },
    },
  },
  [`${DELIVERIES}/{deliveryId}/retry`]: {
    parameters: [HALL, inPath('deliveryId', 'The delivery; a webhook got it as webhook-id.')],
    post: {
      tags: ['Channels'], operationId: 'retryDelivery', summary: 'Try once more what was given up, for another day', description: NEEDS,
      responses: { 202: answer('It is tried now.'), ...problems(401, 403), 404: problem(404, 'The hall has no delivery of this id.'), 409: problem(409, 'It was not given up.') },
    },
  },
};
