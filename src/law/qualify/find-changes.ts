import type { Offence } from '../offences/offence.ts';
import { type OffenceBook, unitOn } from '../offences/offence-book.ts';
import type { EffectivePeriod } from '../terms.ts';
import { measure } from './measure.ts';
import type { ChangeFinding, TierFinding } from './qualification.ts';
import { type Said, said } from './said.ts';
import { reaches, tiersFor, unitMinor, type Weighing } from './weigh-tiers.ts';

/**
 * What changed in a provision between the act and the day asked, and which law counts: a later milder one reaches back, a later
 * stricter one does not (Criminal Code 6) — where the book has read that; else both are stated.
 */
export function findChanges(
  offence: Offence,
  weighing: Weighing,
  on: string,
  tier: TierFinding | null,
  years: number | null,
): ChangeFinding[] {
  return [
    ...editionChanges(offence, weighing, on),
    ...unitChange(offence, weighing, on, tier, years),
  ];
}

function editionChanges(offence: Offence, { book, date }: Weighing, on: string): ChangeFinding[] {
  const editions = book.offences
    .filter(({ id, effective: { from } }) => id === offence.id && from > date && from <= on)
    .sort((a, b) => (a.effective.from < b.effective.from ? -1 : 1));
  return editions.flatMap(({ since, effective }, i) =>
    since === null
      ? []
      : [
          {
            text: said(book.time?.milderReachesBack ? `change_${since.effect}` : 'change_open', {
              text: since.text,
              source: timeSource(book),
            }),
            before: spanOf(i === 0 ? offence.effective : editions[i - 1].effective),
            after: spanOf(effective),
          },
        ],
  );
}

function timeSource({ time, acts }: OffenceBook): Said | string {
  const act = time === null ? undefined : acts.get(time.act);
  return act === undefined || time === null
    ? ''
    : said('time_source', { act: act.name, article: time.article });
}

const spanOf = ({ from, to }: EffectivePeriod): Said =>
  to === undefined ? said('edition_from', { from }) : said('edition_span', { from, to });

/** Another unit of account may move a border case into another part. */
function unitChange(
  offence: Offence,
  { book, party, date }: Weighing,
  on: string,
  tier: TierFinding | null,
  years: number | null,
): ChangeFinding[] {
  const [then, now] = [unitOn(book, date), unitOn(book, on)];
  if (tier?.tier.amount == null || then === undefined || now === undefined) return [];
  if (then.value === now.value) return [];
  const { amountMinor } = measure(party, tier.tier.amount.measure, book.currency);
  if (amountMinor === null) return [];
  const open = tiersFor(offence, years).filter(
    ({ amount }) => amount === null || reaches(amountMinor, amount, now),
  );
  const other = open.filter((one) => one === offence.tiers[0] || one.amount !== null).at(-1);
  if (other === undefined || other === tier.tier) return [];
  const money = (minor: number) => ({ amountMinor: minor, currency: book.currency });
  return [
    {
      text: said('change_unit', {
        name: book.unit?.name ?? '',
        before: money(unitMinor(then)),
        after: money(unitMinor(now)),
        part: other.part ?? '',
      }),
      before: said('note_data', { text: money(unitMinor(then)) }),
      after: said('note_data', { text: money(unitMinor(now)) }),
    },
  ];
}
