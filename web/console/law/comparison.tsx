import type { JSX } from 'react';
import type { LawComparison } from '../../../src/client/law.ts';
import { SourceLine } from '../cases/finding.tsx';
import { useLawTexts } from '../cases/texts.ts';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { Provision } from './provision.tsx';
import { useLawPageTexts } from './texts.ts';
import { UnitLine } from './unit-line.tsx';
import { useComparison } from './use-law.ts';

/** What differs between the law of two days, provision by provision. */
export function Comparison(query: {
  readonly from: string;
  readonly to: string;
  readonly country?: string;
}): JSX.Element {
  const t = useLawPageTexts();
  const comparison = useComparison(query);
  if (comparison.isPending) return <Loading rows={6} />;
  if (comparison.isError)
    return <Problem error={comparison.error} retry={() => comparison.refetch()} />;
  const { added, removed, changed, unread, same, units } = comparison.data;
  const isSame = added.length + removed.length + changed.length === 0;
  return (
    <div className="findings" data-comparison>
      <UnitLine unit={units.from} />
      {units.to?.from !== units.from?.from && <UnitLine unit={units.to} />}
      {isSame && <Empty title={t('noChange')} />}
      <Changed changed={changed} />
      <Group title={t('added')} offences={added} />
      <Group title={t('removed')} offences={removed} />
      <Group title={t('unread')} offences={unread} />
      <p className="muted">{t('same', { n: same })}</p>
    </div>
  );
}

function Group({
  title,
  offences,
}: {
  title: string;
  offences: LawComparison['added'];
}): JSX.Element | null {
  if (offences.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {offences.map((offence) => (
        <Provision key={offence.id} offence={offence} />
      ))}
    </section>
  );
}

function Changed({ changed }: { changed: LawComparison['changed'] }): JSX.Element | null {
  const t = useLawPageTexts();
  const law = useLawTexts();
  if (changed.length === 0) return null;
  return (
    <section>
      <h2>{t('changed')}</h2>
      {changed.map(({ id, after, changes }) => (
        <details key={id} className="finding" data-changed={id} open>
          <summary>
            <b>
              {law('article', { article: after.source.article })} · {after.title}
            </b>
          </summary>
          <div className="finding-body">
            <dl className="law-changes">
              {changes.map(({ where, tier, before, after: now }) => (
                <div key={`${where} ${tier}`}>
                  <dt>{where}</dt>
                  <dd>
                    <span className="muted">{t('before')}:</span> {before ?? t('wasNot')}
                  </dd>
                  <dd>
                    <span className="muted">{t('after')}:</span> {now ?? t('isNot')}
                  </dd>
                </div>
              ))}
            </dl>
            <SourceLine source={after.source} />
          </div>
        </details>
      ))}
    </section>
  );
}
