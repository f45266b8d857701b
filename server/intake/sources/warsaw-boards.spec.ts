import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudEvent, eventData } from '../../../shared/events/cloud-event.js';
import { openRecording } from './opened-recording.js';
import { historyOf, readDay } from './recorded-day.js';
import { readRow, rowReader, splitCsv } from './warsaw-boards.js';

const header = 'name,time,date,status,czasObslugi,lp,idGrupy,liczbaCzynnychStan,nazwaGrupy,literaGrupy,liczbaKlwKolejce,aktualnyNumer';
const rows = [
  'UD_Praga,08:00,2020-01-07,,0,,11,4,Dowody,A,0,',
  'UD_Praga,08:00,2020-01-07,,0,,12,2,"Kancelaria, ""sprawy"" różne", ,3,B007',
  'UD_Praga,08:05,2020-01-07,,12,,11,4,Dowody,A,9,A012',
  'UD_Zegar,08:05,2012-02-09,,0,,11,4,Prawa jazdy,A,2,A001',
  'UD_Inny,08:05,2020-01-07,,0,,11,4,Kasa,K,2,K001',
];

describe('Warsaw\'s queue boards', () => {
  const read = rowReader(header);
  const event = (row: string): ReturnType<typeof readRow> => readRow(read(row));

  it('become one board reading a row, as the contract takes it', () => {
    const observed = event(rows[2] ?? '');
    if (typeof observed === 'string') return fail(observed);
    const posted = CloudEvent.parse(JSON.parse(observed.text));
    expect(posted).toEqual({
      specversion: '1.0',
      id: 'UD_Praga:2020-01-07T08:05:11',
      source: '/boards/UD_Praga',
      type: 'queue.observed',
      time: '2020-01-07T08:05:00+01:00',
      data: { serviceId: '11', waiting: 9, openCounters: 4, lastNumber: 'A012', announcedMinutes: 12 },
    });
    expect(eventData['queue.observed'].safeParse(posted.data).success).toBeTrue();
    expect(observed.serviceName).toBe('A · Dowody');
  });

  it('have quoted fields with commas and quotes, and queues without a letter or a number', () => {
    expect(splitCsv('a,"b, ""c""",,d,')).toEqual(['a', 'b, "c"', '', 'd', '']);
    const observed = event(rows[1] ?? '');
    if (typeof observed === 'string') return fail(observed);
    expect(observed.serviceName).toBe('Kancelaria, "sprawy" różne');
    expect(observed.data['lastNumber']).toBe('B007');
    expect(event(rows[0] ?? '')).toEqual(jasmine.objectContaining({ data: { serviceId: '11', waiting: 0, openCounters: 4 } }));
  });

  it('keep the time a stuck clock says, and the summer time of the day', () => {
    expect(event(rows[3] ?? '')).toEqual(jasmine.objectContaining({ time: '2012-02-09T08:05:00+01:00' }));
    expect(event((rows[0] ?? '').replace('2020-01-07', '2020-07-07'))).toEqual(jasmine.objectContaining({ time: '2020-07-07T08:00:00+02:00' }));
  });

  it('are refused row by row in words', () => {
    expect(event(',08:00,2020-01-07,,0,,11,4,Dowody,A,0,')).toMatch(/names the office ""/);
    expect(event('UD_Praga,8,2020-01-07,,0,,11,4,Dowody,A,0,')).toMatch(/has the time "2020-01-07 8"/);
    expect(event('UD_Praga,08:00,2020-02-30,,0,,11,4,Dowody,A,0,')).toMatch(/has the time/);
    expect(event('UD_Praga,08:00,2020-01-07,,0,,x,4,Dowody,A,0,')).toMatch(/has idGrupy "x"/);
    expect(event('UD_Praga,08:00,2020-01-07,,0,,11,4,Dowody,A,-1,')).toMatch(/has liczbaKlwKolejce "-1"/);
    expect(event('UD_Praga')).toMatch(/idGrupy|time/);
    expect(() => rowReader('a,b')).toThrowError(/lacks name, time, date/);
  });

  describe('in a file', () => {
    let folder: string;
    let file: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'boards-'));
      file = join(folder, 'boards.csv');
      await writeFile(file, [header, ...rows, 'UD_Praga,08:10,2020-01-07,,0,,,,,,,'].join('\n'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('play the office of the day, in its own zone, with its services by name', async () => {
      const { recording, name } = await openRecording(file, { date: '2020-01-07', office: 'UD_Praga' });
      const bad: number[] = [];
      const day = await readDay(recording, { date: '2020-01-07' }, (line) => bad.push(line));
      expect(name).toBe('UD_Praga');
      expect(day.timezone).toBe('Europe/Warsaw');
      expect(day.events.length).toBe(3);
      expect(day.services).toEqual([{ id: '11', name: 'A · Dowody' }, { id: '12', name: 'Kancelaria, "sprawy" różne' }]);
      expect(bad).toEqual([7]);
      const history: string[] = [];
      for await (const line of historyOf(recording, day, Date.parse('2020-01-07T08:05:00+01:00'))) history.push(line);
      expect(history.length).toBe(2);
    });

    it('ask for the office only when the day leaves a choice', async () => {
      expect((await openRecording(file, { date: '2012-02-09' })).name).toBe('UD_Zegar');
      await expectAsync(openRecording(file, { date: '2020-01-07' })).toBeRejectedWithError(/--office UD_Praga or --office UD_Inny/);
      await expectAsync(openRecording(file, { date: '2012-02-09', office: 'UD_Praga' })).toBeRejectedWithError(/No UD_Praga has boards on 2012-02-09: the file holds UD_Praga \(2020-01-07 to 2020-01-07\)/);
    });
  });
});
