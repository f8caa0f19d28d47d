import type { Result } from '../domain/errors/catalogue.ts';
import { passTime } from './hold.ts';
import type { Hold } from './hold-state.ts';
import type { Law } from './law.ts';

/** Whether the payments law obliges to tell the client of this hold; a look-up by the client answers for no other. */
export const mustTell = ({ grounds }: Pick<Hold, 'grounds'>): boolean =>
  grounds.some(({ tell }) => tell === 'must');

/** Whether something holds the money that the client may not hear of (AML law 11(5)), or may hear of from elsewhere. */
export const hasUntold = ({ grounds }: Pick<Hold, 'grounds'>): boolean =>
  grounds.some(({ tell, before }) => tell !== 'must' && before !== 'none');

/**
 * A hold as its client hears of it: as if only the grounds existed that must be told (payments law 25-1(3-1)(2)). Nothing of the
 * others shows, not even by a term: one that only they carry on is over here. Fails as `passTime`.
 */
export function toldHold(law: Law, hold: Hold, now: number): Result<Hold> {
  const told: Hold = {
    ...hold,
    grounds: hold.grounds.filter(({ tell }) => tell === 'must'),
    course: { ...hold.course, reportedAt: null, afmOutcome: null, afmDecidedAt: null },
  };
  return passTime(law, told, now);
}
