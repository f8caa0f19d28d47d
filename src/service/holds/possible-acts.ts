import type { Problem } from '../../domain/errors/catalogue.ts';
import { GROUND_KINDS, groundOf } from '../../law/grounds.ts';
import { actOn } from '../../law/hold.ts';
import {
  type Hold,
  type HoldAction,
  type HoldActionKind,
  type HoldPerson,
  LE_OUTCOMES,
  POSSIBLE,
  RELEASE_BASES,
  type ReleaseBasis,
} from '../../law/hold-state.ts';
import type { Law } from '../../law/law.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { HoldDeps } from './deps.ts';
import { readHold } from './hold-row.ts';

/** Whether a person may do an act on a hold now, and if not, why. */
export interface PossibleAct {
  readonly kind: HoldActionKind;
  readonly problem: Problem | null;
  /** Of a release: the bases that would be accepted. */
  readonly bases: readonly ReleaseBasis[];
}

/**
 * Every act as the law answers this person at this moment. Each is tried with what it could be given at best (the duty to
 * refund acknowledged, the prosecutor agreed), so what is said to be possible may still be refused for what is given, and what
 * is said not to be possible is not.
 */
function possibleActs(law: Law, hold: Hold, by: HoldPerson, at: number): PossibleAct[] {
  return (Object.keys(POSSIBLE) as HoldActionKind[]).map((kind) => {
    const tries = triesOf(law, kind, { by, at }).map((action) => ({
      action,
      result: actOn(law, hold, action),
    }));
    const open = tries.filter(({ result }) => result.ok);
    const [first] = tries;
    return {
      kind,
      problem: open.length > 0 || first.result.ok ? null : first.result.problem,
      bases: open.flatMap(({ action }) => (action.kind === 'release' ? [action.basis] : [])),
    };
  });
}

const REFUND = { payeeInEvents: false, acknowledgedRefundDuty: true } as const;

function triesOf(
  law: Law,
  kind: HoldActionKind,
  act: { readonly by: HoldPerson; readonly at: number },
): readonly HoldAction[] {
  switch (kind) {
    case 'place':
    case 'add_ground':
      return [{ ...act, kind, grounds: everyGround(law) }];
    case 'le_decision':
      return LE_OUTCOMES.map((outcome) => ({ ...act, kind, outcome, decidedAt: act.at }));
    case 'afm_decision':
      return [{ ...act, kind, outcome: 'suspend', decidedAt: act.at }];
    case 'release':
      return RELEASE_BASES.map((basis) => ({ ...act, ...REFUND, kind, basis }));
    case 'return_money':
      return [{ ...act, kind, prosecutorAgreed: true }];
    case 'decide_appeal':
      return [true, false].map((granted) => ({ ...act, ...REFUND, kind, granted }));
    default:
      return [{ ...act, kind }];
  }
}

/** Grounds that a person may name; see hold-request.ts. */
const everyGround = (law: Law) =>
  GROUND_KINDS.filter((kind) => kind !== 'threshold').map((kind) =>
    groundOf(law.grounds.rules.get(kind)!, null),
  );

/** What a person may do with a hold of their institution now; nothing for a hold of another one, or for a program. */
export function actsFor(
  { store, law, now }: HoldDeps,
  principal: Principal,
  holdId: number,
): Promise<readonly PossibleAct[]> {
  return store.read(scopeOf(principal), async (trx) => {
    const row = await trx
      .selectFrom('holds')
      .selectAll()
      .where('hold_id', '=', holdId)
      .where('institution_id', '=', principal.institutionId)
      .executeTakeFirst();
    if (row === undefined || principal.kind !== 'user') return [];
    return possibleActs(law, readHold(row).hold, principal, now());
  });
}
