import type { SimWorld } from '../model.ts';

/** The number that banks have of a party at `at`, epoch ms: of many not the party's own, though it never changed. */
export function phoneAt({ parties, known }: SimWorld, party: number, at: number): string {
  const { phone, phoneChangedAt } = known[party];
  return phoneChangedAt === null || phoneChangedAt <= at ? phone : parties[party].phone;
}
