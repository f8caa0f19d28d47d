import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { ThresholdDay } from '../../../src/client/filings.ts';
import { MAY_SET_UP } from '../../../src/domain/filing/filing-acts.ts';
import { api } from '../api.ts';
import { ExchangeState } from '../cases/exchange-state.tsx';
import { useFormat } from '../format.ts';
import { DayField } from '../law/day-field.tsx';
import { Announcements, announce } from '../pieces/announce.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { localMoment } from '../pieces/moment-text.ts';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { TimeLeft, useNow } from '../pieces/time-left.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { useFilingTexts } from './texts.ts';
import { useThresholds } from './use-filings.ts';

const DAY_MS = 86_400_000;

/** A day of Almaty so many days after another. */
const dayBeside = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** A bank's daily work: operations that are told by their sum, those that are exempt, and why. */
export function ThresholdsPage(): JSX.Element {
  const t = useFilingTexts();
  const navigate = useNavigate();
  const today = localMoment(useNow()).slice(0, 10);
  const last = dayBeside(today, -1);
  const { day = last } = useSearch({ from: '/filings/thresholds' });
  const go = (next: string): void =>
    void navigate({ to: '/filings/thresholds', search: { day: next }, replace: true });
  return (
    <main id="content">
      <nav className="trail">
        <Link className="back" to="/filings" search={{}}>
          <Icon name="back" />
          {t('toFilings')}
        </Link>
      </nav>
      <Heading title={t('dayTitle')} />
      <p className="muted">{t('dayAbout')}</p>
      <form className="filters" aria-label={t('day')} onSubmit={(event) => event.preventDefault()}>
        <DayField name="day" label={t('day')} value={day} onChange={go} />
        <button
          type="button"
          className="button"
          data-day="before"
          onClick={() => go(dayBeside(day, -1))}
        >
          {t('dayBefore')}
        </button>
        <button
          type="button"
          className="button"
          data-day="after"
          disabled={day >= last}
          onClick={() => go(dayBeside(day, 1))}
        >
          {t('dayAfter')}
        </button>
      </form>
      <DayShown key={day} day={day} />
      <Announcements />
    </main>
  );
}

function DayShown({ day }: { day: string }): JSX.Element {
  const t = useFilingTexts();
  const format = useFormat();
  const now = useNow();
  const found = useThresholds(day);
  if (found.isPending) return <Loading rows={8} />;
  if (found.isError) return <Problem error={found.error} retry={() => found.refetch()} />;
  const { items, dueAt, looked, uncertain, cut, cannotTell } = found.data;
  const waiting = items.filter(({ outcome, filing }) => outcome !== 'exempt' && filing === null);
  return (
    <>
      <Figures>
        {waiting.length > 0 ? (
          <Figure label={t('due')} note={format.moment(dueAt)}>
            <TimeLeft dueAt={dueAt} now={now} />
          </Figure>
        ) : (
          <Figure label={t('due')}>{format.moment(dueAt)}</Figure>
        )}
        <Figure label={t('toFile')}>{format.number(waiting.length)}</Figure>
        <Figure label={t('outcome.exempt')}>
          {format.number(items.filter(({ outcome }) => outcome === 'exempt').length)}
        </Figure>
        <Figure label={t('looked')}>{format.number(looked)}</Figure>
      </Figures>
      {uncertain && <p className="notice small">{t('uncertain')}</p>}
      <FileDay day={day} count={waiting.length} />
      {items.length === 0 ? <Empty title={t('dayNone')} /> : <Operations items={items} />}
      {cut && <p className="notice small">{t('cut')}</p>}
      {cannotTell.length > 0 && (
        <details>
          <summary>{t('cannotTell')}</summary>
          <ul className="small">
            {cannotTell.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Makes drafts of what is not there yet; twice the same changes nothing. */
function FileDay({ day, count }: { day: string; count: number }): JSX.Element | null {
  const t = useFilingTexts();
  const me = useMe();
  const queries = useQueryClient();
  const filing = useMutation({
    mutationFn: () => api().filings.fileThresholds({ day }),
    onSuccess: () => {
      announce(t('filedDay'));
      void queries.invalidateQueries({ queryKey: ['filings'] });
    },
  });
  if (!hasRole(me, MAY_SET_UP) || count === 0) return null;
  return (
    <section className="file-day">
      <p className="muted small">{t('fileDayAbout', { n: count })}</p>
      <button
        type="button"
        className="button primary"
        data-act="file-day"
        disabled={filing.isPending}
        onClick={() => filing.mutate()}
      >
        {t('fileDay')}
      </button>
      {filing.isError && <Problem error={filing.error} />}
    </section>
  );
}

type Item = ThresholdDay['items'][number];

function Operations({ items }: { items: readonly Item[] }): JSX.Element {
  const t = useFilingTexts();
  const format = useFormat();
  return (
    <Rows
      caption={t('dayTitle')}
      items={items}
      keyOf={({ seq }) => seq}
      rowProps={({ outcome }) => ({ 'data-outcome': outcome })}
      columns={[
        {
          id: 'operation',
          title: t('operation'),
          cell: ({ at, amountMinor, payer, payee }) => (
            <span className="term">
              <span className="number">{format.money(amountMinor)}</span>
              <span className="muted">
                {format.moment(at)} · {payer} → {payee}
              </span>
            </span>
          ),
        },
        {
          id: 'outcome',
          title: t('outcome'),
          cell: ({ outcome }) => (
            <span className={`state-tag outcome-${outcome}`}>{t(`outcome.${outcome}`)}</span>
          ),
        },
        { id: 'why', title: t('why'), wide: true, cell: (one) => <Why item={one} /> },
        {
          id: 'notice',
          title: t('notice'),
          cell: ({ filing }) =>
            filing === null ? null : (
              <span className="term">
                <Link to="/filings/$filingId" params={{ filingId: String(filing.filingId) }}>
                  {filing.number ?? t('draftNo', { id: filing.filingId })}
                </Link>
                <ExchangeState state={filing.state} />
                {filing.problems > 0 && (
                  <span className="value-wrong small">
                    {t('problemsLeft', { n: filing.problems })}
                  </span>
                )}
              </span>
            ),
        },
      ]}
    />
  );
}

/** The thresholds it reaches, the exemption it falls under, and what a person has to decide. */
function Why({ item: { reasons, exemption, decide } }: { item: Item }): JSX.Element {
  const t = useFilingTexts();
  return (
    <div className="threshold-why">
      {exemption !== null && (
        <p>
          {exemption.text} <span className="muted small">{exemption.source}</span>
        </p>
      )}
      {reasons.map(({ threshold, operation, text, act, article, verified }) => (
        <p key={threshold}>
          {operation !== null && <span className="requisite">{operation}</span>} {text}{' '}
          <span className="muted small">
            {act}, {article}
            {verified === 'no' && ` · ${t('notVerified')}`}
          </span>
        </p>
      ))}
      {decide.map(({ code, text }) => (
        <p key={code} className="question-line">
          {text}
        </p>
      ))}
    </div>
  );
}
