import type { Language } from '../../../domain/language.ts';
import { CHANNELS } from '../../../domain/transfer.ts';
import { VERDICTS } from '../../../engine/verdict.ts';
import type { Transaction } from '../../../store/store.ts';
import { shownAccount } from '../../accounts/shown-account.ts';
import { readSaid } from '../../live/decided.ts';
import type { CaseReach } from '../load-case-file/case-reach.ts';
import {
  type CaseTransferRow,
  transferElement,
  transfersOfCase,
} from '../load-case-file/case-transfers.ts';
import type { KnownAccounts } from '../load-case-file/known-accounts.ts';
import type { EntryPlace, PlacedEntry, ShownCaseAccount } from './timeline-entry.ts';
import { plainEntry } from './timeline-entry.ts';

export interface TransferEntriesAsk {
  readonly order: 'oldest' | 'newest';
  readonly limit: number;
  readonly place: EntryPlace | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly suspicious?: boolean | undefined;
}

/** A page of the case's transfers, by an index of their time: a case may have very many. */
export async function transferEntries(
  trx: Transaction,
  reach: CaseReach,
  known: KnownAccounts,
  language: Language,
  { order, limit, place, from, to, suspicious }: TransferEntriesAsk,
): Promise<PlacedEntry[]> {
  const rows = await transfersOfCase(trx, reach, {
    from,
    to,
    suspiciousOnly: suspicious,
    after: place && afterOf(place),
    order,
    limit,
  });
  return rows.map((row) => ({
    at: row.at,
    kind: 'transfer',
    number: row.seq,
    make: () => entryOf(row, reach, known, language),
  }));
}

/**
 * Transfers stand before everything else of their millisecond: on the way forward none of it is
 * left after an entry of another kind, and on the way back all of it.
 */
function afterOf({ at, kind, number }: EntryPlace) {
  return { at, seq: kind === 'transfer' ? number : LAST_SEQ };
}

/** Past every `seq`. */
const LAST_SEQ = Number.MAX_SAFE_INTEGER;

function entryOf(row: CaseTransferRow, reach: CaseReach, known: KnownAccounts, language: Language) {
  const [strongest] = readSaid(row.said).signals;
  return plainEntry({
    entryId: `t${row.seq}`,
    element: transferElement(row, reach),
    kind: 'transfer',
    at: row.at,
    what: CHANNELS[row.channel],
    text: strongest === undefined ? null : known.explain(strongest, language),
    amountMinor: row.amount_minor,
    currency: known.options.currency,
    from: shown(known, row.payer),
    to: shown(known, row.payee),
    verdict: VERDICTS[row.verdict],
    score: row.score,
    suspicious: row.suspicious,
    opens: { kind: 'transfer', ref: String(row.seq) },
  });
}

export function shown(known: KnownAccounts, account: number): ShownCaseAccount {
  const { ref, name } = shownAccount(known, account);
  return { id: `a${ref}`, ref, name };
}
