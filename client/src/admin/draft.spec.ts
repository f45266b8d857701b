import { TestBed } from '@angular/core/testing';
import type { HallSettings } from '../../../shared/commands/hall.js';
import { Draft } from './draft';

const settings: HallSettings = {
  name: '中心', timezone: 'Asia/Shanghai', public: false, demo: false, openingHours: [], floor: 2,
  services: [{ id: 'S1', name: '社保', colour: 'blue' }],
  counters: [{ id: 'A01', name: '一号', serviceIds: ['S1'] }, { id: 'A02', name: '二号', serviceIds: [] }],
};

describe('the settings of a hall while they are changed', () => {
  let draft: Draft;
  let sent: HallSettings[];
  let refusal: object | null;

  beforeEach(async () => {
    [sent, refusal] = [[], null];
    spyOn(window, 'fetch').and.callFake(async (_path, init) => {
      if (init?.method !== 'PUT') return new Response(JSON.stringify(settings));
      const body = JSON.parse(init.body as string) as HallSettings;
      sent.push(body);
      return refusal ? new Response(JSON.stringify(refusal), { status: 422 }) : new Response(JSON.stringify(body));
    });
    TestBed.configureTestingModule({ providers: [Draft] });
    draft = TestBed.inject(Draft);
    await draft.open('centre');
  });

  it('are unchanged until something differs, and again when it is put back', () => {
    expect(draft.changed()).toBeFalse();
    draft.change({ name: '新名' });
    expect(draft.changed()).toBeTrue();
    draft.change({ name: '中心' });
    expect(draft.changed()).toBeFalse();
  });

  it('are sent as a whole, fields included that this page does not know', async () => {
    draft.change({ name: '新名' });
    await draft.save();
    expect(sent).toEqual([{ ...settings, name: '新名' }]);
    expect([draft.changed(), draft.justSaved(), draft.saved()?.name]).toEqual([false, true, '新名']);
  });

  it('stay as they were written when the server refuses them, and say where', async () => {
    refusal = { detail: 'no such zone', field: 'timezone' };
    draft.change({ timezone: 'Mars' });
    await draft.save();
    expect([draft.settings()?.timezone, draft.saved()?.timezone]).toEqual(['Mars', 'Asia/Shanghai']);
    expect([draft.problemAt('timezone'), draft.problemAt('name')]).toEqual(['no such zone', '']);
  });

  it('are given up as a whole', () => {
    draft.change({ name: '新名', counters: [] });
    draft.discard();
    expect(draft.settings()).toEqual(settings);
  });

  it('say which ids a save would take off the books', () => {
    draft.change({ counters: [{ id: 'A01', name: '换名', serviceIds: [] }, { id: 'B02', name: '二号', serviceIds: [] }] });
    expect([draft.idsLost('counters'), draft.idsLost('services')]).toEqual([['A02'], []]);
  });

  it('are not read again over what is written', async () => {
    draft.change({ name: '新名' });
    await draft.open('centre');
    expect(draft.settings()?.name).toBe('新名');
  });
});
