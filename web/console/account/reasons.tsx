import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { Signal, TimelineItem } from '../api.ts';
import { useFormat } from '../format.ts';
import { Tags } from '../pieces/marks.tsx';
import { useRules } from '../pieces/use-rules.ts';
import { type CountedTransfers, type SpokenFact, spokenFact } from './signal-facts.ts';
import { useAccountTexts } from './texts.ts';

/** Reasons shown before somebody asks for the rest. */
const FIRST_REASONS = 5;

/** The strongest word of one rule about an account, and how often it spoke. */
export interface Reason {
  readonly signal: Signal;
  readonly item: TimelineItem;
  readonly times: number;
}

const sideOf = ({ direction }: TimelineItem): 'payer' | 'payee' =>
  direction === 'out' ? 'payer' : 'payee';

/** What the rules say of this account itself, strongest first. What they say of the other side is on its own page. */
function reasonsOf(items: readonly TimelineItem[]): Reason[] {
  const byRule = new Map<string, Reason>();
  for (const item of items)
    for (const signal of item.signals) {
      if (signal.subject !== sideOf(item)) continue;
      const known = byRule.get(signal.rule);
      const times = (known?.times ?? 0) + 1;
      const best =
        known === undefined || signal.points > known.signal.points ? { signal, item } : known;
      byRule.set(signal.rule, { signal: best.signal, item: best.item, times });
    }
  return [...byRule.values()].sort((a, b) => b.signal.points - a.signal.points);
}

/** Money that no rule would stop is stopped where a party is on a list of the law. */
const isListed = (items: readonly TimelineItem[]): boolean =>
  items.some(({ verdict, signals }) => verdict === 'hold' && signals.length === 0);

export function Reasons({
  items,
  onOpen,
  onCount,
}: {
  items: readonly TimelineItem[];
  onOpen: (item: TimelineItem) => void;
  onCount: (counted: CountedTransfers) => void;
}): JSX.Element {
  const t = useAccountTexts();
  const [isAll, setAll] = useState(false);
  const reasons = reasonsOf(items);
  const shown = isAll ? reasons : reasons.slice(0, FIRST_REASONS);
  const rest = reasons.length - shown.length;
  return (
    <section>
      <h2>{t('reasons')}</h2>
      {reasons.length === 0 ? (
        <p className="muted">{t(isListed(items) ? 'reasonsListed' : 'reasonsNone')}</p>
      ) : (
        <ol className="reasons">
          {shown.map((reason) => (
            <ReasonItem
              key={reason.signal.rule}
              reason={reason}
              onOpen={onOpen}
              onCount={onCount}
            />
          ))}
        </ol>
      )}
      {rest > 0 && (
        <button type="button" className="button more-reasons" onClick={() => setAll(true)}>
          {t('moreReasons', { n: rest })}
        </button>
      )}
    </section>
  );
}

function ReasonItem({
  reason: { signal, item, times },
  onOpen,
  onCount,
}: {
  reason: Reason;
  onOpen: (item: TimelineItem) => void;
  onCount: (counted: CountedTransfers) => void;
}): JSX.Element {
  const t = useAccountTexts();
  const format = useFormat();
  const rules = useRules();
  const facts = Object.entries(signal.facts).flatMap(
    ([name, value]) => spokenFact(name, value, sideOf(item), item.at) ?? [],
  );
  return (
    <li>
      <span className="reason-points" title={t('points')}>
        +{Math.round(signal.points)}
      </span>
      <div>
        <b>{rules.rule(signal.rule)}</b>
        <p>{signal.text}</p>
        <div className="reason-numbers">
          <button type="button" className="number-link" onClick={() => onOpen(item)}>
            {t('seeTransfer', {
              sum: format.moneyShort(item.amountMinor),
              when: format.moment(item.at),
            })}
          </button>
          {facts.map((fact) => (
            <Fact key={fact.name} fact={fact} other={item.other.ref} onCount={onCount} />
          ))}
          {times > 1 && <span className="muted">{t('times', { n: format.number(times) })}</span>}
          <Tags words={[rules.typology(signal.typology)]} />
        </div>
        <details className="numbers">
          <summary>{t('allNumbers')}</summary>
          <ul>
            {Object.entries(signal.facts).map(([name, value]) => (
              <li key={name}>
                <code>{name}</code> {format.number(Math.round(value * 1_000) / 1_000)}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </li>
  );
}

/** A number that opens: to transfers of this account here, to those of the other side on its page. */
function Fact({
  fact,
  other,
  onCount,
}: {
  fact: SpokenFact;
  other: number;
  onCount: (counted: CountedTransfers) => void;
}): JSX.Element {
  const t = useAccountTexts();
  const format = useFormat();
  const isSum = fact.text.endsWith('_sum');
  const value = isSum ? format.moneyShort(fact.value) : format.number(Math.round(fact.value));
  const what = `${t(`fact.${fact.text}`, { window: t(`window.${fact.window}`) })}: ${value}`;
  if (fact.isOwn)
    return (
      <button type="button" className="number-link" onClick={() => onCount(fact.counted)}>
        {what}
      </button>
    );
  return (
    <Link className="number-link" to="/accounts/$ref" params={{ ref: String(other) }}>
      {t('fact.other', { what })}
    </Link>
  );
}
