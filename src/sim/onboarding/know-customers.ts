import type { Random } from '../../domain/random.ts';
import type { SimKnown, SimOpening } from '../model.ts';
import type { Stage } from '../stage.ts';
import { openBook } from './book.ts';
import { connect } from './contacts.ts';
import { leaveSigns } from './droppers.ts';
import { live } from './habits.ts';
import { settle } from './homes.ts';
import { Places } from './places.ts';
import { letIn, mobilePool } from './ways-in.ts';

/**
 * What banks know of everybody at onboarding and after, beside transfers: homes, numbers and phones, ways in, credit, cards.
 * Honest people come first and share much for good reasons: a family's number, a dormitory, an office, a mobile network.
 * Droppers then differ in shares only, and a part of them in nothing. Call when all rings are planned.
 */
export function knowCustomers(
  stage: Stage,
  random: Random,
): { known: readonly SimKnown[]; openings: readonly SimOpening[] } {
  noteFirstTransfers(stage);
  const book = openBook(stage, new Places(random.fork('places')));
  settle(book, random.fork('homes'));
  connect(book, random.fork('contacts'));
  const pool = mobilePool(book);
  letIn(book, pool, random.fork('ways in'));
  live(book, random.fork('habits'));
  leaveSigns(book, pool, random.fork('droppers'));
  return book;
}

/** Notes when the ring of each account first touched it. */
function noteFirstTransfers({ planned, registry: { truth } }: Stage): void {
  for (const { count, at, payer, payee, ring } of planned)
    for (let i = 0; i < count; i++)
      for (const account of [payer[i], payee[i]]) {
        const of = truth[account];
        if (ring[i] === 0 || of.ring !== ring[i]) continue;
        of.ringFrom = Number.isNaN(of.ringFrom) ? at[i] : Math.min(of.ringFrom, at[i]);
      }
}
