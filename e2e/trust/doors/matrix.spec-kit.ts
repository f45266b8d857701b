/**
 * Who may ask what, written a second time and by hand: a route, and the letters of those it answers (see `letters`). `n` is
 * everyone. In a path with a hall: in their own; without one: only `a` acts in every hall.
 */
export const matrix = `
GET    /healthz                                          n
GET    /readyz                                           n
GET    /metrics                                          n
GET    /api/openapi.json                                 n
GET    /api/asyncapi.json                                n
GET    /api/docs                                         n
GET    /api/docs/start.js                                n
GET    /api/docs/async-page.css                          n
GET    /api/docs/swagger-page.css                        n
GET    /api/docs/*                                       n
GET    /api/async-docs                                   n
GET    /api/v1/dictionary                                n
GET    /api/v1/signing-key                               n
GET    /api/v1/session                                   n
POST   /api/v1/session                                   n
DELETE /api/v1/session                                   n
POST   /api/v1/setup                                     n
GET    /api/v1/halls                                     n
GET    /api/v1/sessions                                  wrdsla
DELETE /api/v1/sessions/:sessionId                       wrdsla
GET    /api/v1/people                                    a
POST   /api/v1/people                                    a
PATCH  /api/v1/people/:username                          a
DELETE /api/v1/people/:username                          a
GET    /api/v1/audit                                     a
GET    /api/v1/audit.ndjson                              a
POST   /api/v1/backups                                   a
GET    /api/v1/backups                                   a
PUT    /api/v1/halls/:hallId                             la
GET    /api/v1/halls/:hallId                             la
POST   /api/v1/halls/:hallId/keys                        la
GET    /api/v1/halls/:hallId/keys                        la
DELETE /api/v1/halls/:hallId/keys/:keyId                 la
POST   /api/v1/halls/:hallId/events                      dla
GET    /api/v1/halls/:hallId/state                       wrsla
GET    /api/v1/halls/:hallId/journal                     rsla
GET    /api/v1/halls/:hallId/tickets                     rsla
GET    /api/v1/halls/:hallId/tickets/:ticketId           rsla
GET    /api/v1/halls/:hallId/daily                       rsla
GET    /api/v1/halls/:hallId/daily/:date/curve           rsla
GET    /api/v1/halls/:hallId/daily/:file                 rsla
GET    /api/v1/halls/:hallId/daily/files                 rsla
GET    /api/v1/halls/:hallId/daily/:date.csv             rsla
GET    /api/v1/halls/:hallId/daily/:date.xlsx            rsla
GET    /api/v1/halls/:hallId/daily/:date.pdf             rsla
GET    /api/v1/halls/:hallId/people                      rsla
GET    /api/v1/halls/:hallId/alerts                      rsla
GET    /api/v1/halls/:hallId/alerts/:alertId/story       rsla
POST   /api/v1/halls/:hallId/journal/:seq/erase          la
POST   /api/v1/halls/:hallId/tickets/:ticketId/erase     la
POST   /api/v1/halls/:hallId/alerts/:alertId/acknowledge sla
POST   /api/v1/halls/:hallId/alerts/:alertId/assign      sla
POST   /api/v1/halls/:hallId/alerts/:alertId/comment     sla
POST   /api/v1/halls/:hallId/alerts/:alertId/resolve     sla
POST   /api/v1/halls/:hallId/alerts/:alertId/silence     sla
GET    /api/v1/halls/:hallId/cases                       rsla
POST   /api/v1/halls/:hallId/cases                       dsla
GET    /api/v1/halls/:hallId/cases.csv                   rsla
GET    /api/v1/halls/:hallId/cases.xlsx                  rsla
GET    /api/v1/halls/:hallId/appraisals                  rsla
POST   /api/v1/halls/:hallId/appraisals                  sla
GET    /api/v1/halls/:hallId/appraisals/:planId/:month   rsla
POST   /api/v1/halls/:hallId/appraisals/:planId/:month/freeze sla
GET    /api/v1/halls/:hallId/appraisals/:planId/:month/cards.csv rsla
GET    /api/v1/halls/:hallId/appraisals/:planId/:month/cards.xlsx rsla
GET    /api/v1/halls/:hallId/conduct                     rsla
POST   /api/v1/halls/:hallId/attachments                 sla
GET    /api/v1/halls/:hallId/attachments/:attachmentId   rsla
GET    /api/v1/halls/:hallId/devices/availability        rsla
GET    /api/v1/halls/:hallId/hot-spots                   rsla
GET    /api/v1/halls/:hallId/disclosure                  wrsla
GET    /api/v1/halls/:hallId/progress/:number            n
GET    /api/v1/halls/:hallId/satisfaction                rsla
GET    /api/v1/halls/:hallId/satisfaction.xlsx           rsla
GET    /api/v1/halls/:hallId/satisfaction.pdf            rsla
POST   /api/v1/halls/:hallId/ratings                     n
POST   /api/v1/halls/:hallId/ratings/page                n
GET    /api/v1/halls/:hallId/tickets/:ticketId/rating-link dla
GET    /api/v1/halls/:hallId/tickets/:ticketId/rating-qr.svg dla
GET    /api/v1/halls/:hallId/cases/:caseId               rsla
POST   /api/v1/halls/:hallId/cases/:caseId/steps         rdsla
GET    /api/v1/halls/:hallId/records                     rsla
GET    /api/v1/halls/:hallId/records/:recordId           rsla
PUT    /api/v1/halls/:hallId/records/:recordId           sla
POST   /api/v1/halls/:hallId/records/:recordId/withdraw  sla
GET    /api/v1/halls/:hallId/silences                    rsla
POST   /api/v1/halls/:hallId/silences                    sla
DELETE /api/v1/halls/:hallId/silences/:silenceId         sla
GET    /api/v1/halls/:hallId/standard                    rsla
GET    /api/v1/halls/:hallId/standards                   rsla
PUT    /api/v1/halls/:hallId/standard                    la
POST   /api/v1/halls/:hallId/standard/backtest           rsla
GET    /api/v1/halls/:hallId/screens                     sla
POST   /api/v1/halls/:hallId/screens/:screenId/reload    sla
GET    /api/v1/halls/:hallId/channels                    sla
POST   /api/v1/halls/:hallId/channels                    sla
PUT    /api/v1/halls/:hallId/channels/:channelId         sla
DELETE /api/v1/halls/:hallId/channels/:channelId         sla
POST   /api/v1/halls/:hallId/channels/:channelId/test    sla
GET    /api/v1/halls/:hallId/deliveries                  sla
POST   /api/v1/halls/:hallId/deliveries/:deliveryId/retry sla
`.trim().split('\n').map((line) => {
  const [method, url, may] = line.split(/ +/) as [string, string, string];
  return { method, url, may };
});
export type Row = (typeof matrix)[number];

/** A real path in a hall; ids that lead nowhere, so that asking changes nothing even where it is answered. */
export function pathIn({ url }: Row, hallId: string): string {
  const values: Record<string, string> = { hallId, date: '2026-11-20', file: '2026-11-20.json' };
  return url.replace(/:(\w+)/g, (_all, name: string) => values[name] ?? `no-${name.toLowerCase()}`).replace('*', 'none.js');
}
