/** Which forms a plan asks for, and of whom: nobody is their own peer, and a person's own form is theirs where they log in. */
import type { OpenAppraisal } from '../../shared/commands/appraisals.js';
import type { ColleaguesAnswer } from '../../shared/commands/people.js';
import type { People } from '../access/people.js';
import type { NewForm, Plan } from '../live/appraisals.js';
import { Problem } from '../problem.js';

const MOST_FORMS = 1_000;
/** Window staff look on and change nothing, but for the forms that ask them. */
const ASKED = 'cases.read';

interface Asking {
  hallId: string;
  plan: Plan;
  subjects: readonly { id: string; name: string }[];
  owners: NonNullable<OpenAppraisal['owners']>;
  /** Who opens it, and answers what nobody else is asked. */
  by: string;
}

export function formsFor(people: People, { hallId, plan: { content }, subjects, owners, by }: Asking): NewForm[] {
  for (const [form, asked] of Object.entries(owners)) for (const owner of asked) people.demandOwner(hallId, owner, { field: `owners.${form}`, act: ASKED });
  const colleagues = people.colleagues(hallId, ASKED);
  const forms = content.forms.flatMap(({ id: form }) => subjects.flatMap(({ id: subject, name }) => {
    const self = content.of === 'staff' ? accountOf(colleagues, subject) : undefined;
    const asked = owners[form] ?? [(form === 'self' ? self : undefined) ?? by];
    return asked.filter((owner) => form === 'self' || owner !== self).map((owner) => ({ subject, name, form, owner }));
  }));
  if (forms.length > MOST_FORMS) throw new Problem(422, 'subjects', `subjects: that makes ${forms.length} forms, and at most ${MOST_FORMS} are opened at once; name fewer subjects or owners.`, { field: 'subjects' });
  return forms;
}

/** A person of the figures and one who logs in are the same by their staff number. */
function accountOf(colleagues: ColleaguesAnswer['people'], staffId: string): string | undefined {
  return colleagues.find(({ staffNumber }) => staffNumber === staffId)?.username;
}
