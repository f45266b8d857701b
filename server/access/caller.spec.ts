import type { Role } from '../../shared/commands/hall.js';
import { type Act, acts, type Caller, demand, may } from './caller.js';
import { refusalOf } from './open-for-spec.js';

const [everywhere, own, never] = [[true, true], [true, false], [false, false]] as const;

/** May this role do it: in its own hall, in another. People and the operator belong to no single hall. */
const matrix: Record<Act, Record<Role | 'nobody', readonly [own: boolean, other: boolean]>> = {
  'events.post': { admin: everywhere, supervisor: never, reader: never, wall: never, device: own, nobody: never },
  'hall.read': { admin: everywhere, supervisor: everywhere, reader: own, wall: own, device: never, nobody: never },
  'hall.configure': { admin: everywhere, supervisor: never, reader: never, wall: never, device: never, nobody: never },
  'keys.create': { admin: everywhere, supervisor: never, reader: never, wall: never, device: never, nobody: never },
  'journal.read': { admin: everywhere, supervisor: everywhere, reader: own, wall: never, device: never, nobody: never },
  'daily.read': { admin: everywhere, supervisor: everywhere, reader: own, wall: never, device: never, nobody: never },
  'alerts.read': { admin: everywhere, supervisor: everywhere, reader: own, wall: never, device: never, nobody: never },
  'alerts.act': { admin: everywhere, supervisor: everywhere, reader: never, wall: never, device: never, nobody: never },
  'silences.put': { admin: everywhere, supervisor: everywhere, reader: never, wall: never, device: never, nobody: never },
  'standard.read': { admin: everywhere, supervisor: everywhere, reader: own, wall: never, device: never, nobody: never },
  'standard.put': { admin: everywhere, supervisor: never, reader: never, wall: never, device: never, nobody: never },
  'people.manage': { admin: everywhere, supervisor: never, reader: never, wall: never, device: never, nobody: never },
  'personal.erase': { admin: everywhere, supervisor: never, reader: never, wall: never, device: never, nobody: never },
  'backups.make': { admin: everywhere, supervisor: never, reader: never, wall: never, device: never, nobody: never },
  'audit.read': { admin: everywhere, supervisor: never, reader: never, wall: never, device: never, nobody: never },
  'channels.manage': { admin: everywhere, supervisor: everywhere, reader: never, wall: never, device: never, nobody: never },
  'channels.ofAllHalls': { admin: everywhere, supervisor: never, reader: never, wall: never, device: never, nobody: never },
  'cases.read': { admin: everywhere, supervisor: everywhere, reader: own, wall: never, device: never, nobody: never },
  'cases.open': { admin: everywhere, supervisor: everywhere, reader: never, wall: never, device: own, nobody: never },
  'cases.act': { admin: everywhere, supervisor: everywhere, reader: never, wall: never, device: never, nobody: never },
  'cases.step': { admin: everywhere, supervisor: everywhere, reader: own, wall: never, device: own, nobody: never },
  'records.read': { admin: everywhere, supervisor: everywhere, reader: own, wall: never, device: never, nobody: never },
  'records.put': { admin: everywhere, supervisor: everywhere, reader: never, wall: never, device: never, nobody: never },
  'ratings.read': { admin: everywhere, supervisor: everywhere, reader: never, wall: never, device: never, nobody: never },
  'ratings.link': { admin: everywhere, supervisor: never, reader: never, wall: never, device: own, nobody: never },
  'screens.read': { admin: everywhere, supervisor: everywhere, reader: never, wall: never, device: never, nobody: never },
  'screens.reload': { admin: everywhere, supervisor: everywhere, reader: never, wall: never, device: never, nobody: never },
};

function callerOf(role: Role | 'nobody'): Caller | null {
  if (role === 'nobody') return null;
  return { role, hallIds: role === 'admin' || role === 'supervisor' ? null : ['own'], name: role };
}

describe('may', () => {
  it('has a row for every act', () => {
    expect(Object.keys(matrix).sort()).toEqual([...acts].sort());
  });

  for (const act of acts) {
    for (const [role, [own, other]] of Object.entries(matrix[act]) as [Role | 'nobody', readonly [boolean, boolean]][]) {
      it(`answers ${act} of ${role} with ${own ? 'yes' : 'no'} in its own hall and ${other ? 'yes' : 'no'} in another`, () => {
        expect([may(callerOf(role), act, 'own'), may(callerOf(role), act, 'other')]).toEqual([own, other]);
      });
    }
  }

  it('keeps a supervisor of some halls out of the others', () => {
    const supervisor: Caller = { role: 'supervisor', hallIds: ['own', 'second'], name: 'li' };
    expect(['own', 'second', 'other', null].map((hallId) => may(supervisor, 'hall.read', hallId))).toEqual([true, true, false, false]);
  });
});

describe('demand', () => {
  it('hands back whoever may', () => {
    const device = callerOf('device');
    expect(demand(device, 'events.post', 'own')).toBe(device as Caller);
  });

  it('answers 401 to nobody and 403, with what it would take, to the wrong one', async () => {
    expect((await refusalOf(() => demand(null, 'events.post', 'own'))).status).toBe(401);
    const refusal = await refusalOf(() => demand(callerOf('device'), 'events.post', 'other'));
    expect(refusal.status).toBe(403);
    expect(refusal.message).toContain('only in hall own');
    expect(refusal.message).toContain('device or admin');
    const local: Caller = { role: 'admin', hallIds: ['own'], name: 'li' };
    expect((await refusalOf(() => demand(local, 'people.manage', null))).message).toContain('in every hall was refused: li acts as admin, and only in hall own');
  });
});
