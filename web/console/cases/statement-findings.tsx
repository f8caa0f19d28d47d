import type { JSX } from 'react';
import type { CaseGap, CaseStatements } from '../../../src/client/case-views.ts';
import { useFormat } from '../format.ts';
import { CopyButton } from '../pieces/copy-button.tsx';
import { Rows } from '../pieces/rows.tsx';
import { useSettings } from '../settings.ts';
import { useQueueTexts } from './texts.ts';

/** What statements gave together: where the trail ends, with the letter that asks for more, and rows that were not read. */
export function StatementFindings({ statements }: { statements: CaseStatements }): JSX.Element {
  const t = useQueueTexts();
  const format = useFormat();
  const { transfers, accounts, networks, rejects, rejected, gaps } = statements;
  return (
    <>
      <p>
        {t('found', {
          transfers: format.number(transfers),
          accounts: format.number(accounts),
          networks: format.number(networks),
        })}
      </p>
      <section className="gaps">
        <h3>
          {t('gaps')} · {format.number(gaps.length)}
        </h3>
        <p className="muted small">{t(gaps.length === 0 ? 'gapsNone' : 'gapsAbout')}</p>
        {gaps.map((gap) => (
          <Gap key={`${gap.account} ${gap.from}`} gap={gap} />
        ))}
      </section>
      {rejected > 0 && (
        <details>
          <summary>
            {t('rejects')} · {format.number(rejected)}
          </summary>
          <Rows
            caption={t('rejects')}
            items={rejects}
            keyOf={({ file, line, code }) => `${file} ${line} ${code}`}
            columns={[
              { id: 'file', title: t('file'), cell: ({ file }) => file },
              { id: 'line', title: t('line'), numeric: true, cell: ({ line }) => line },
              {
                id: 'why',
                title: t('reason'),
                wide: true,
                cell: ({ reason, code }) => (
                  <>
                    {reason} <code>{code}</code>
                  </>
                ),
              },
            ]}
          />
        </details>
      )}
    </>
  );
}

function Gap({ gap }: { gap: CaseGap }): JSX.Element {
  const t = useQueueTexts();
  const format = useFormat();
  const { language } = useSettings();
  const { account, institution, from, to, amountMinor, request } = gap;
  return (
    <details className="gap" data-gap>
      <summary>
        <b className="number">{format.money(amountMinor)}</b> {institution[language]},{' '}
        <span className="number">{account}</span>, {format.period(from, to)}
      </summary>
      <pre className="letter-body" role="group" tabIndex={0} aria-label={t('gapRequest')}>
        {request[language]}
      </pre>
      <div className="act-buttons">
        <CopyButton text={request[language]} />
      </div>
    </details>
  );
}
