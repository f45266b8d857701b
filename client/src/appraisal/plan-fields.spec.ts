import { fieldsOf, planOf, sumOf, usualPlan } from './plan-fields';

describe('a plan as fields', () => {
  const plan = usualPlan({ usual: '业务用语\n团队合作', inspection: '着装' });

  it('is the same plan again, shares in per cent and lengths in minutes', () => {
    const more = { ...plan, figures: [...plan.figures, { id: 'waitMs.mean', figure: 'waitMs.mean' as const, weight: 0, floor: 1_800_000, target: 300_000 }] };
    const fields = fieldsOf(more);
    expect([fields['serviceLevel.share floor'], fields['waitMs.mean floor'], fields['self questions']]).toEqual(['60', '30', '业务用语\n团队合作']);
    const again = planOf(fields);
    expect([...again.figures].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([...more.figures].sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(again.forms).toEqual(more.forms);
  });

  it('weighs a hundred to begin with, and leaves out what has no weight', () => {
    const fields = fieldsOf(plan);
    expect(sumOf(fields)).toBe(100);
    expect(sumOf({ ...fields, 'self weight': '' })).toBe(95);
    expect(planOf({ ...fields, 'self weight': '' }).forms.map(({ id }) => id)).toEqual(['peers', 'leader', 'public', 'inspection']);
  });
});
