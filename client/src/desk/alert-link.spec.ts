import { linkOf } from './alert-link';

describe('the page behind an alert', () => {
  const linked = (kind: string, subjectKind: 'case' | 'staff' | 'record' | 'service' | 'ticket', id: string) => {
    const link = linkOf({ kind, subject: { kind: subjectKind, id } });
    return link && [link.page, ...link.path, ...Object.values(link.query)].join('/');
  };

  it('is that of its case, its person or its record', () => {
    expect([linked('complaint.reply', 'case', 'c1'), linked('staff.conduct', 'staff', 'P7'), linked('record.expires', 'record', 'guide-tax')]).toEqual(['ledger/c1', 'ledger/conduct', 'register/guide-tax']);
    expect([linked('staff.unqualified', 'staff', 'P7'), linked('guide.missing', 'service', 'tax')]).toEqual(['register/certificate/certificate-P7', 'register/guide/guide-tax']);
  });

  it('is the desk itself for what happens in the hall', () => {
    expect(linked('ticket.wait', 'ticket', 't1')).toBeNull();
  });
});
