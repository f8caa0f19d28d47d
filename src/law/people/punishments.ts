import type { Sanction, Span } from '../offences/offence.ts';
import type { PunishmentKind } from './law-words.ts';

/** One kind of punishment with its measure; what is not there is not named. */
export interface Punishment {
  readonly kind: PunishmentKind;
  /** Of a fine: units of account, or times what was taken. */
  readonly units?: Span;
  readonly times?: readonly [number, number];
  /** Of community work. */
  readonly hours?: number;
  /** Of arrest. */
  readonly days?: number;
  /** Of restriction, prison, a ban. */
  readonly years?: Span;
  /** Of confiscation and a ban: false where the court may leave it. */
  readonly always?: boolean;
}

/** A sanction as separate punishments, in the order of the law. */
export function punishmentsOf(sanction: Sanction): Punishment[] {
  const { fine, fineTimes, works, community, arrest, restriction, prison } = sanction;
  const { confiscation, ban, banAlways } = sanction;
  const found: (Punishment | undefined)[] = [
    fine === undefined ? undefined : { kind: 'fine', units: fine },
    fineTimes === undefined ? undefined : { kind: 'fine', times: fineTimes },
    works ? { kind: 'works' } : undefined,
    community === undefined ? undefined : { kind: 'community', hours: community },
    arrest === undefined ? undefined : { kind: 'arrest', days: arrest },
    restriction === undefined ? undefined : { kind: 'restriction', years: restriction },
    prison === undefined ? undefined : { kind: 'prison', years: prison },
    confiscation === undefined
      ? undefined
      : { kind: 'confiscation', always: confiscation === 'always' },
    ban === undefined ? undefined : { kind: 'ban', years: ban, always: banAlways === true },
  ];
  return found.filter((one): one is Punishment => one !== undefined);
}
