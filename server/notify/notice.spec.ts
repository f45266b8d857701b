import { linesOf, markdownOf, subjectOf, textOf, type Notice } from './notice.js';

const HOSTILE = 'A\r\nBcc: x@evil.example\r\n\r\n<script> [x](https://evil.example) **b** `c` <@all> # 1 | \u202e';

describe('A notice', () => {
  it('makes nothing of a label or a name but a text: no link, no mention, no line of its own', () => {
    const alert = { id: '1', clauseId: 'wait', kind: 'ticket.wait', severity: 'breach', label: HOSTILE, value: 60_000, limit: 30_000, dueAt: 0 };
    const notice = { id: '1', event: 'raised', alerts: [alert], createdAt: 0, hall: { id: 'a', name: HOSTILE, timezone: 'Asia/Shanghai' }, link: 'https://hall.example.org/desk/a' } as unknown as Notice;
    for (const said of [subjectOf([notice]), ...linesOf(notice)]) expect(said).not.toMatch(/[\r\n<>[\]`@#|\u202e]/);
    expect(textOf([notice]).split('\n').filter((line) => /^Bcc/i.test(line))).toEqual([]);
    expect(markdownOf([notice]).match(/\]\(/g)).withContext('one link, ours').toHaveSize(1);
  });
});
