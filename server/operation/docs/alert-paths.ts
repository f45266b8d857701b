/** Alerts, what people do about them, and silences. */
import { alert } from './examples.js';
import { answer, body, HALL, inPath, inQuery, json, problem, problems } from './describe.js';
import { ref, type Json } from './schemas.js';

const ALERTS = '/api/v1/halls/{hallId}/alerts';
const SILENCES = '/api/v1/halls/{hallId}/silences';
const ALERT = inPath('alertId', 'The alert 告警.');
const ACTING = 'Needs role supervisor or admin. The answer comes after the deed is on disk; screens see it in the alert\'s row.';
const unknown = problem(404, 'There is no such hall, or it knows no alert of this id of today.');
const silence = { id: '5b1f7f6e-0c55-4b60-9a57-8a3f8a2d1c10', clauseIds: null, counterIds: ['3'], serviceIds: null, subject: null, fromAt: 1795399200000, untilAt: 1795402800000, reason: '3号窗口设备检修', author: 'li' };

interface Told {
  operationId: string;
  summary: string;
  description?: string;
  said?: [schema: string, example: unknown];
  conflict?: string;
}

/** One deed about an alert. */
function deed({ operationId, summary, description = '', said, conflict }: Told): Json {
  return {
    parameters: [HALL, ALERT],
    post: {
      tags: ['Alerts'], operationId, summary, description: `${ACTING} ${description}`.trim(),
      ...(said ? { requestBody: body(...said) } : {}),
      responses: {
        200: answer('The alert as it now is.', json(ref('AlertEntry'), alert)),
        ...problems(401, 403, ...(said ? [400, 415, 422] : []), 503), 404: unknown,
        ...(conflict ? { 409: problem(409, conflict) } : {}),
      },
    },
  };
}

const instant = ref('Instant');
const alerts: Record<string, Json> = {
  [ALERTS]: {
    parameters: [HALL],
    get: {
      tags: ['Alerts'], operationId: 'listAlerts', summary: 'The alerts of a hall, newest first',
      description: 'Needs role reader, supervisor or admin. At most 5,000; more says how many older ones are left out.',
      parameters: [
        inQuery('status', { description: 'open: those that stand; all: those that were raised in the range.', schema: { type: 'string', enum: ['open', 'all'], default: 'open' } }),
        inQuery('from', { description: 'Raised from here on; the start of today when left out. Write + as %2B.', schema: instant }),
        inQuery('to', { description: 'Raised before this, at most 31 days after from; the end of today when left out.', schema: instant }),
      ],
      responses: { 200: answer('The alerts.', json(ref('AlertsAnswer'), { alerts: [alert], more: 0 })), ...problems(400, 401, 403, 404) },
    },
  },
  [`${ALERTS}/{alertId}/story`]: {
    parameters: [HALL, ALERT],
    get: {
      tags: ['Alerts'], operationId: 'readStory', summary: 'What was done about an alert, and what its subject did around it',
      description: 'Needs role reader, supervisor or admin. Any alert that was ever raised.',
      responses: { 200: answer('The story.', json(ref('AlertStory'))), ...problems(401, 403), 404: unknown },
    },
  },
  [`${ALERTS}/{alertId}/acknowledge`]: deed({
    operationId: 'acknowledgeAlert', summary: 'Acknowledge an alert 签收', conflict: 'Somebody was first: the text says who and when.',
    description: 'Also one that has ended by itself. Of several who acknowledge at once one has it, and the others are told who.',
  }),
  [`${ALERTS}/{alertId}/assign`]: deed({ operationId: 'assignAlert', summary: 'Assign an alert 转派', said: ['AssignAlert', { to: 'wang' }] }),
  [`${ALERTS}/{alertId}/comment`]: deed({ operationId: 'commentAlert', summary: 'Remark on an alert 备注', said: ['CommentAlert', { text: '已增开4号窗口' }] }),
  [`${ALERTS}/{alertId}/resolve`]: deed({
    operationId: 'resolveAlert', summary: 'Resolve an alert 处置完成', said: ['ResolveAlert', { reason: '高峰' }], conflict: 'It was resolved, or ended by itself: the text says when.',
    description: 'For what does not end by itself, or ends when a person says so; it is not raised again.',
  }),
  [`${ALERTS}/{alertId}/silence`]: deed({
    operationId: 'silenceAlert', summary: 'Silence an alert 静默', said: ['SilenceAlert', { until: '2026-11-23T12:00:00+08:00', reason: '已在处理' }],
    description: 'Its clause about its subject calls nobody until then: no sound, no message, no escalation. The breach after a warning does.',
  }),
};

const silences: Record<string, Json> = {
  [SILENCES]: {
    parameters: [HALL],
    get: {
      tags: ['Alerts'], operationId: 'listSilences', summary: 'Silences 静默 that lie on the hall, and those to come', description: 'Needs role reader, supervisor or admin.',
      responses: { 200: answer('The silences.', json(ref('SilencesAnswer'), { silences: [silence] })), ...problems(401, 403, 404) },
    },
    post: {
      tags: ['Alerts'], operationId: 'putSilence', summary: 'Plan a pause', description: 'Needs role supervisor or admin. Its alerts are raised and recorded all the same, and call nobody.',
      requestBody: body('PutSilence', { counterIds: ['3'], from: '2026-11-23T10:00:00+08:00', until: '2026-11-23T11:00:00+08:00', reason: '3号窗口设备检修' }),
      responses: { 201: answer('The silence.', json(ref('Silence'), silence)), ...problems(400, 401, 403, 404, 415, 422, 503) },
    },
  },
  [`${SILENCES}/{silenceId}`]: {
    parameters: [HALL, inPath('silenceId', 'The silence.')],
    delete: {
      tags: ['Alerts'], operationId: 'liftSilence', summary: 'Lift a silence', description: 'Needs role supervisor or admin. It ends now; one to come never begins.',
      responses: { 204: answer('Lifted.'), ...problems(401, 403, 503), 404: problem(404, 'There is no such hall, or no silence of this id lies on it or is to come.') },
    },
  },
};

export const alertPaths: Record<string, Json> = { ...alerts, ...silences };
