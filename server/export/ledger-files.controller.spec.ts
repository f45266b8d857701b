import { strFromU8, unzipSync } from 'fflate';
import type { OpenCase } from '../../shared/commands/cases.js';
import { byKey, newPerson, type Speaker } from '../people.spec-kit.js';
import { Server } from '../server.spec-kit.js';

const CASES = '/api/v1/halls/a/cases';

describe('The ledgers as files', () => {
  let server: Server;
  let [wang, li] = [null, null] as unknown as Speaker[];
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a');
    [wang, li] = await Promise.all(['wang', 'li'].map((username) => newPerson(server, { username })));
  });
  afterEach(() => server.end());

  const open = async (said: Partial<OpenCase> = {}) => (await li!('POST', CASES, { kind: 'complaint', title: '窗口态度生硬', channel: 'hotline', owner: 'wang', ...said })).json as unknown as { id: string };

  it('[X7] are the cases that the same query finds, each a row that a spreadsheet does not run', async () => {
    await open({ title: '=1+1', text: '一句,"两句"\n三句', reference: '12345-77' });
    await open({ kind: 'request', title: '上门办理' });
    const heard = await li!('GET', `${CASES}.csv?kind=complaint`);
    expect([heard.status, heard.headers['content-type'], heard.headers['content-disposition']]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="a_cases_2026-11-23.csv"']);
    const [head, row, ...rest] = heard.text.split('\r\n');
    expect(head!.startsWith('\ufeff编号 number,台账 kind,标题 title,内容 text,')).toBeTrue();
    expect(row).toContain("C-260001,投诉 Complaint,'=1+1,\"一句,\"\"两句\"\"\n三句\",监督电话 Hotline,,12345-77");
    expect(row).toContain('2026-11-23 09:30:00');
    expect(rest).toEqual(['']);
    expect((await li!('GET', `${CASES}.csv?kind=praise`)).json.field).toBe('kind');
  });

  it('[X7] have a sheet of cases and one of what was done about them', async () => {
    const { id } = await open();
    await li!('POST', `${CASES}/${id}/steps`, { step: 'verify', verdict: 'yes', text: '录像 <核对>' });
    const chunks: Buffer[] = [];
    const heard = await fetch(`${server.url}${CASES}.xlsx`, { headers: { authorization: `Bearer ${server.operatorKey}` } });
    chunks.push(Buffer.from(await heard.arrayBuffer()));
    const parts = Object.fromEntries(Object.entries(unzipSync(Buffer.concat(chunks))).map(([name, bytes]) => [name, strFromU8(bytes)]));
    expect(parts['xl/workbook.xml']).toContain('<sheet name="台账 Cases" sheetId="1" r:id="rId1"/><sheet name="办理记录 Deeds" sheetId="2" r:id="rId2"/><sheet name="巡检月度 Rounds by month" sheetId="3" r:id="rId3"/>');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('窗口态度生硬');
    expect(parts['xl/worksheets/sheet2.xml']).toMatch(/C-260001.*核实 Verify.*2026-11-23 09:30:00.*li.*是 yes.*录像 &lt;核对&gt;/s);
    expect(Object.keys(parts).filter((name) => /chart|drawing/.test(name) || /chart|drawing/.test(parts['[Content_Types].xml']!))).toEqual([]);
  });

  it('[X7] are for whoever may read the ledgers', async () => {
    const keys = await Promise.all((['reader', 'device', 'wall'] as const).map(async (role) => byKey(server, (await server.makeKey('a', role)).key)));
    for (const format of ['csv', 'xlsx']) {
      const heard = await Promise.all([wang!, ...keys, byKey(server, null)].map((speak) => speak('GET', `${CASES}.${format}`)));
      expect(heard.map(({ status }) => status)).withContext(format).toEqual([200, 200, 403, 403, 401]);
    }
  });
});
