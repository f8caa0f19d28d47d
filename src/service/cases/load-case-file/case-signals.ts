import type { CaseSignal, CaseTransfer } from '../../../domain/case/case-file.ts';
import type { Language } from '../../../domain/language.ts';
import { readSaid } from '../../live/decided.ts';
import type { SignalRecord } from '../../live/signal-record.ts';
import type { CaseTransferRow } from './case-transfers.ts';
import type { KnownAccounts } from './known-accounts.ts';

/** Ids behind one signal that are told. */
const ABOUT_MOST = 200;

/** What rules said of the transfers of a case, a line a rule in the words of its strongest, the weightiest first. */
export function signalsOf(
  rows: readonly CaseTransferRow[],
  transfers: readonly CaseTransfer[],
  known: KnownAccounts,
  language: Language,
): CaseSignal[] {
  const byRule = new Map<string, { strongest: SignalRecord; about: Set<string> }>();
  rows.forEach((row, i) => {
    for (const signal of readSaid(row.said).signals) {
      const one = byRule.get(signal.rule) ?? { strongest: signal, about: new Set<string>() };
      if (signal.points > one.strongest.points) one.strongest = signal;
      if (one.about.size < ABOUT_MOST)
        one.about
          .add(transfers[i].id)
          .add(`a${signal.subject === 'payer' ? row.payer : row.payee}`);
      byRule.set(signal.rule, one);
    }
  });
  const { rules } = known.options.ruleset;
  return [...byRule]
    .sort(([, a], [, b]) => b.strongest.points - a.strongest.points)
    .map(([rule, { strongest, about }]) => ({
      rule,
      amltrix: rules.find(({ id }) => id === rule)?.amltrix ?? null,
      text: known.explain(strongest, language),
      about: [...about],
    }));
}
