import type { Role } from '../../shared/commands/hall.js';
import { type Act, acts, type Caller, demand, may } from './caller.js';
import { refusalOf } from './open-for-spec.js';

/** May this role do it: in its own hall, in another. People and the operator belong to no single hall. */
const matrix: Record<Act, Record<Role | 'nobody', readonly [own: boolean, other: boolean]>> = {
  'events.post': {
    admin: [true, true],
    supervisor: [false, false],
    reader: [false, false],
    wall: [false, false],
    device: [true, false],
    nobody: [false, false],
  },
  'hall.read': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [true, false],
    wall: [true, false],
    device: [false, false],
    nobody: [false, false],
  },
  'hall.configure': {
    admin: [true, true],
    supervisor: [false, false],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'keys.create': {
    admin: [true, true],
    supervisor: [false, false],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'journal.read': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [true, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'daily.read': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [true, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'alerts.read': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [true, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'alerts.act': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'silences.put': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'standard.read': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [true, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'standard.put': {
    admin: [true, true],
    supervisor: [false, false],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'people.manage': {
    admin: [true, true],
    supervisor: [false, false],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'personal.erase': {
    admin: [true, true],
    supervisor: [false, false],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'backups.make': {
    admin: [true, true],
    supervisor: [false, false],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'audit.read': {
    admin: [true, true],
    supervisor: [false, false],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'channels.manage': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'channels.ofAllHalls': {
    admin: [true, true],
    supervisor: [false, false],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'cases.read': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [true, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'cases.open': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [false, false],
    wall: [false, false],
    device: [true, false],
    nobody: [false, false],
  },
  'cases.act': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'records.read': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [true, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'records.put': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'ratings.read': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'ratings.link': {
    admin: [true, true],
    supervisor: [false, false],
    reader: [false, false],
    wall: [false, false],
    device: [true, false],
    nobody: [false, false],
  },
  'screens.read': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
  'screens.reload': {
    admin: [true, true],
    supervisor: [true, true],
    reader: [false, false],
    wall: [false, false],
    device: [false, false],
    nobody: [false, false],
  },
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
