/**
 * The HTTP interface as an OpenAPI 3.1 document, served at `/api/openapi.json`. Its schemas are those that the server itself
 * checks by; a spec holds its paths against the routes of the running app.
 */
import { eventTypes } from '../../../shared/events/cloud-event.js';
import { alertPaths } from './alert-paths.js';
import { attachmentPaths } from './attachment-paths.js';
import { appraisalPaths } from './appraisal-paths.js';
import { casePaths } from './case-paths.js';
import { channelPaths } from './channel-paths.js';
import { dailyPaths } from './daily-paths.js';
import { eventPaths } from './event-paths.js';
import { filePaths } from './file-paths.js';
import { figurePaths } from './figure-paths.js';
import { hallPaths } from './hall-paths.js';
import { operationPaths } from './operation-paths.js';
import { ratingPaths } from './rating-paths.js';
import { recordPaths } from './record-paths.js';
import { standardPaths } from './standard-paths.js';
import { nameOf } from './schema-texts.js';
import { jsonSchemas, reached, ref, type Json } from './schemas.js';

const TEXT = `Hallboard 明窗 tells a service hall, live, whether it keeps its promises to the people who wait. Ticket systems, rating pads and
scripts post events; screens hold rows. The sockets, live rows and events over socket.io, have [a page of their own](async-docs).

To connect a ticket system: make a key of role device, then

\`\`\`sh
curl -H "Authorization: Bearer $KEY" -H "Content-Type: application/cloudevents+json" http://127.0.0.1:3000/api/v1/halls/hall-1/events \\
  -d '{"specversion":"1.0","id":"42","source":"/kiosk/1","type":"ticket.issued","time":"2026-11-23T09:30:00+08:00","data":{"ticketId":"A042-20261123","number":"A042","serviceId":"social-security"}}'
\`\`\`

Instants are RFC 3339 with an offset, or epoch milliseconds in fields whose name ends in At; lengths end in Ms; durations are ISO 8601 (PT20M).
Refusals are RFC 9457 problems. Fields may be added to answers; fields, codes and types that are named here stay.`;

const tags = [
  { name: 'Events', description: 'Events 事件 in; rows and journal 流水 out.' },
  { name: 'Figures', description: 'Figures 指标 of past days, down to the ticket.' },
  { name: 'Alerts', description: 'Alerts 告警: what needs somebody now, and what was done about it.' },
  { name: 'Ledgers', description: 'Ledgers 台账: complaints, return visits, rectifications, requests, rounds, appraisals, each a case with owner, due time and answer.' },
  { name: 'Ratings', description: 'Ratings 评价 by the link on a ticket, and the satisfaction 满意度 of a month.' },
  { name: 'Standards', description: 'The service standard 服务标准 of a hall, in dated versions.' },
  { name: 'Days', description: 'Days 日报快照: what each came to, chained and signed; their files, and what their figures mean.' },
  { name: 'Channels', description: 'Channels 通知渠道 out of the house: webhooks, mail, Web Push, robots.' },
  { name: 'Halls', description: 'Halls 大厅 and their settings.' },
  { name: 'Keys', description: 'Keys 密钥 of devices, walls and readers.' },
  { name: 'Screens', description: 'Screens 大屏 that show a hall.' },
  { name: 'Session', description: 'People who log in 登录.' },
  { name: 'People', description: 'People 人员, their roles and halls.' },
  { name: 'Operation', description: 'For whoever runs the server 运行.' },
];

/** Which of its shapes an event has; AsyncAPI knows no such mapping. */
const BY_TYPE = { propertyName: 'type', mapping: Object.fromEntries(eventTypes.map((type) => [type, ref(nameOf(type))['$ref']])) };

export function openApi(version: string): Json {
  const schemas = jsonSchemas();
  const paths = { ...eventPaths, ...figurePaths, ...alertPaths, ...casePaths, ...attachmentPaths, ...appraisalPaths, ...ratingPaths, ...recordPaths, ...standardPaths, ...dailyPaths, ...filePaths, ...channelPaths, ...hallPaths, ...operationPaths };
  return {
    openapi: '3.1.0',
    info: { title: 'Hallboard 明窗', version, summary: 'A service hall, live.', description: TEXT, license: { name: 'MIT', identifier: 'MIT' } },
    security: [{ key: [] }, { session: [] }],
    tags,
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key 密钥 of a hall, or the operator\'s own: the file operator.key in the data folder holds one of role admin, fresh at each start.' },
        session: { type: 'apiKey', in: 'cookie', name: 'hallboard_session', description: 'Set by logging in; over TLS it is named __Host-hallboard_session.' },
      },
      schemas: reached(paths, { ...schemas, Event: { ...schemas['Event'], discriminator: BY_TYPE } }),
    },
  };
}
