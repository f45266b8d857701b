import type { Content } from './standard-draft';

const examples = {
  government: () => import('../../../../shared/examples/government.json'),
  hospital: () => import('../../../../shared/examples/hospital.json'),
  bank: () => import('../../../../shared/examples/bank.json'),
};
export type Sector = keyof typeof examples;
export const sectors = Object.keys(examples) as Sector[];

/** A standard to start from; shared/examples promises that it is one. */
export async function exampleOf(sector: Sector): Promise<Content> {
  return (await examples[sector]()).default as Content;
}
