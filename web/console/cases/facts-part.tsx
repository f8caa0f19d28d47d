import { type JSX, useState } from 'react';
import type { CaseDetail } from '../../../src/client/cases.ts';
import { useFormat } from '../format.ts';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import { Rows } from '../pieces/rows.tsx';
import { useChange, useMay, useThisCase } from './case-desk.tsx';
import { CaseElementLink } from './element-link.tsx';
import { kindOfId } from './kind-of-id.ts';
import { useCaseWords, useLawTexts } from './texts.ts';
import { useEntities } from './use-cases.ts';

type Fact = CaseDetail['facts'][number];

/** What people said of the acts, each with who said it and what shows it. */
export function FactsPart({ onSay }: { onSay: (() => void) | undefined }): JSX.Element {
  const t = useLawTexts();
  const words = useCaseWords();
  const format = useFormat();
  const may = useMay();
  const { caseId, facts } = useThisCase();
  const entities = useEntities(caseId);
  const [leaving, setLeaving] = useState<Fact | null>(null);
  const names = new Map(entities.data?.parties.map(({ id, name }) => [id, name]));
  return (
    <section data-facts-said>
      <div className="section-head">
        <h2>{t('facts')}</h2>
        {onSay !== undefined && (
          <button type="button" className="button primary" data-act="fact_say" onClick={onSay}>
            {words('act.fact_say')}
          </button>
        )}
      </div>
      <p className="muted help">{t('factsAbout')}</p>
      {facts.length === 0 ? (
        <p className="muted">{t('factsNone')}</p>
      ) : (
        <Rows
          caption={t('facts')}
          items={facts}
          keyOf={({ factId }) => factId}
          rowProps={({ factId, withdrawnAt }) => ({
            id: `fact-${factId}`,
            className: withdrawnAt === null ? '' : 'is-off',
            'data-fact': factId,
          })}
          columns={[
            {
              id: 'fact',
              title: t('fact'),
              wide: true,
              cell: ({ kind, says, withdrawnAt }) => (
                <span>
                  <b>{t(`fact.${kind}`)}</b>: {words(says)}
                  {withdrawnAt !== null && <span className="tag">{t('withdrawn')}</span>}
                </span>
              ),
            },
            { id: 'party', title: t('ofWhom'), cell: ({ party }) => names.get(party) ?? party },
            { id: 'value', title: t('value'), cell: ({ value }) => <FactValue value={value} /> },
            {
              id: 'shown',
              title: t('shownBy'),
              wide: true,
              cell: ({ shownBy, note }) =>
                shownBy.length === 0 && note === null ? null : (
                  <span className="term">
                    <span className="post-links">
                      {shownBy.map((id) => (
                        <CaseElementLink key={id} link={{ type: kindOfId(id), id }} />
                      ))}
                    </span>
                    {note !== null && <span className="muted">{note}</span>}
                  </span>
                ),
            },
            {
              id: 'by',
              title: t('saidBy'),
              cell: ({ by, recordedAt }) => (
                <span className="term">
                  <span>{by.name}</span>
                  <span className="muted number">{format.moment(recordedAt)}</span>
                </span>
              ),
            },
            ...(may('fact_withdraw')
              ? [
                  {
                    id: 'act',
                    title: t('withdraw'),
                    cell: (fact: Fact) =>
                      fact.withdrawnAt === null ? (
                        <button
                          type="button"
                          className="button quiet"
                          onClick={() => setLeaving(fact)}
                        >
                          {t('withdraw')}
                        </button>
                      ) : null,
                  },
                ]
              : []),
          ]}
        />
      )}
      {leaving !== null && <Withdraw fact={leaving} onDone={() => setLeaving(null)} />}
    </section>
  );
}

function FactValue({ value }: { value: Fact['value'] }): JSX.Element | null {
  const t = useLawTexts();
  const format = useFormat();
  if (value === null) return null;
  if (value.type === 'money')
    return <span className="number">{format.money(value.amountMinor)}</span>;
  if (value.type === 'count') return <span className="number">{format.number(value.count)}</span>;
  return <span>{t(`size.${value.word}` as 'size.plain')}</span>;
}

function Withdraw({ fact, onDone }: { fact: Fact; onDone: () => void }): JSX.Element {
  const t = useLawTexts();
  const words = useCaseWords();
  const { sending, act } = useChange(onDone);
  return (
    <ReasonDialog
      title={words('act.fact_withdraw')}
      act={t('withdraw')}
      about={t(`fact.${fact.kind}`)}
      sending={sending}
      onSend={(reason) => act({ kind: 'fact_withdraw', fact: fact.factId, reason })}
      onDone={onDone}
    />
  );
}
