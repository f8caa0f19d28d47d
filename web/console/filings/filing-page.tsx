import { Link, useParams } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { FilingDetail, Fm1Form } from '../../../src/client/filings.ts';
import { MAY_FILE } from '../../../src/domain/filing/filing-acts.ts';
import { ExchangeState } from '../cases/exchange-state.tsx';
import { useFormat } from '../format.ts';
import { Announcements } from '../pieces/announce.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { dayText } from '../pieces/moment-text.ts';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { TimeLeft, useNow } from '../pieces/time-left.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { useSettings } from '../settings.ts';
import { FilingActs } from './filing-acts.tsx';
import { FilingFiles } from './filing-files.tsx';
import { FilingForm } from './filing-form.tsx';
import { FilingProblems, FilingQuestions } from './filing-problems.tsx';
import { FILING_TEXTS, useFilingTexts } from './texts.ts';
import { useFiling, useFm1Form } from './use-filings.ts';

export function FilingPage(): JSX.Element {
  const { filingId } = useParams({ from: '/filings/$filingId' });
  return <FilingOf key={filingId} filingId={Number(filingId)} />;
}

/** One notice: how long there is, what is missing, what one may do; then the form itself. */
function FilingOf({ filingId }: { filingId: number }): JSX.Element {
  const t = useFilingTexts();
  const found = useFiling(filingId);
  const form = useFm1Form();
  const { data } = found;
  const number = data?.number ?? null;
  return (
    <main id="content" className="filing-page">
      <nav className="trail">
        <Link className="back" to="/filings" search={{}}>
          <Icon name="back" />
          {t('toFilings')}
        </Link>
        {data?.caseId != null && (
          <Link to="/cases/$caseId" params={{ caseId: String(data.caseId) }} search={{}}>
            {t('case')} <span className="number">{data.caseNumber}</span>
          </Link>
        )}
      </nav>
      <Heading
        title={number === null ? t('filingDraft', { id: filingId }) : t('filingNo', { number })}
      />
      {found.isPending && <Loading rows={8} />}
      {found.isError && <Problem error={found.error} retry={() => found.refetch()} />}
      {form.isError && <Problem error={form.error} retry={() => form.refetch()} />}
      {data !== undefined && <FilingShown filing={data} form={form.data} />}
      <Announcements />
    </main>
  );
}

function FilingShown({
  filing,
  form,
}: {
  filing: FilingDetail;
  form: Fm1Form | undefined;
}): JSX.Element {
  const t = useFilingTexts();
  const me = useMe();
  const [isDirty, setDirty] = useState(false);
  return (
    <>
      <FilingFigures filing={filing} />
      <Chain filing={filing} />
      <Answer filing={filing} />
      <FilingQuestions filing={filing} />
      <FilingProblems filing={filing} />
      <FilingActs filing={filing} isDirty={isDirty} />
      <FilingFiles filing={filing} />
      {!hasRole(me, MAY_FILE) && <p className="notice">{t('masked')}</p>}
      {form === undefined ? (
        <Loading rows={8} />
      ) : (
        <FilingForm filing={filing} form={form} onDirty={setDirty} />
      )}
      <History filing={filing} />
      {form !== undefined && <Sources form={form} notes={filing.notes} />}
    </>
  );
}

/** The clock of the law first. */
function FilingFigures({ filing }: { filing: FilingDetail }): JSX.Element {
  const t = useFilingTexts();
  const format = useFormat();
  const now = useNow();
  const { state, term, dueAt, sentAt, madeBy, approvedBy } = filing;
  return (
    <>
      <Figures>
        <Figure label={t('due')} note={sentAt === null ? format.moment(dueAt) : undefined}>
          {sentAt === null && state !== 'withdrawn' ? (
            <TimeLeft dueAt={dueAt} now={now} />
          ) : (
            <span className={filing.overdue ? 'due' : ''}>{format.moment(dueAt)}</span>
          )}
        </Figure>
        <Figure label={t('state')} note={sentAt === null ? undefined : format.moment(sentAt)}>
          <ExchangeState state={state} />
        </Figure>
        <Figure label={t('kind')}>{t(`kind.${filing.kind}`)}</Figure>
        <Figure label={t('sum')} note={format.moment(filing.operationAt)}>
          {format.money(filing.amountMinor)}
        </Figure>
        <Figure label={t('made')} note={format.moment(filing.madeAt)}>
          {madeBy?.name ?? t('byQorgan')}
        </Figure>
        <Figure label={t('approvedBy')}>
          {approvedBy?.name ?? <span className="muted">{t('nobodyYet')}</span>}
        </Figure>
      </Figures>
      <p className="source-note small term-line">
        {t('term')}: {term.title} · {term.act}, {term.article} ·{' '}
        {t('termFrom', { at: format.moment(term.eventAt) })}
        {term.verified === 'no' && <span className="muted"> · {t('notVerified')}</span>}
      </p>
      {filing.uncertain && <p className="notice small">{t('uncertain')}</p>}
    </>
  );
}

/** The notice before it, and those in its place. */
function Chain({ filing: { follows, followedBy } }: { filing: FilingDetail }): JSX.Element | null {
  const t = useFilingTexts();
  if (follows === null && followedBy.length === 0) return null;
  const link = (one: { filingId: number; number: string | null }, text: string): JSX.Element => (
    <Link to="/filings/$filingId" params={{ filingId: String(one.filingId) }}>
      {text}
    </Link>
  );
  const nameOf = ({ filingId, number }: { filingId: number; number: string | null }): string =>
    number ?? t('draftNo', { id: filingId });
  return (
    <ul className="plain chain">
      {follows !== null && (
        <li>
          {link(follows, t('follows', { number: nameOf(follows) }))}{' '}
          <span className="muted">{t(`as.${follows.as}`)}</span>
        </li>
      )}
      {followedBy.map((one) => (
        <li key={one.filingId}>
          {link(one, t('followedBy', { number: nameOf(one) }))}{' '}
          <span className="muted">{t(`as.${one.as}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Answer({ filing: { answer } }: { filing: FilingDetail }): JSX.Element | null {
  const t = useFilingTexts();
  if (answer === null) return null;
  const { accepted, at, errorCode, errorName, description } = answer;
  return (
    <section className={accepted ? 'notice' : 'warning answer'} data-answer-of={String(accepted)}>
      <div>
        <h2>{t('answer')}</h2>
        <p>
          <b>{t(accepted ? 'answerYes' : 'answerNo')}</b> <span className="muted">{at}</span>
        </p>
        {(errorCode ?? errorName) !== null && (
          <p>
            <code>{errorCode}</code> {errorName}
          </p>
        )}
        {description !== null && <p className="lines">{description}</p>}
      </div>
    </section>
  );
}

function History({ filing: { events } }: { filing: FilingDetail }): JSX.Element {
  const t = useFilingTexts();
  const format = useFormat();
  return (
    <section data-history>
      <h2>{t('history')}</h2>
      <ol className="plain filing-history">
        {events.map(({ version, at, by, act, state, note }) => (
          <li key={version}>
            <span className="number muted">{format.moment(at)}</span>
            <span>{by?.name ?? 'Qorgan'}</span>
            <span>{actWord(act, t)}</span>
            <ExchangeState state={state} />
            {note !== null && <q>{note}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The word of an act; the service's own where there is none. */
function actWord(act: string, t: ReturnType<typeof useFilingTexts>): string {
  const key = `act.${act}`;
  return Object.hasOwn(FILING_TEXTS, key) ? t(key as 'act.edit') : act;
}

/** Where the form and its codes are from, and what of them is not known. */
function Sources({ form, notes }: { form: Fm1Form; notes: readonly string[] }): JSX.Element {
  const t = useFilingTexts();
  const { language } = useSettings();
  return (
    <details className="sources">
      <summary>{t('codesAbout')}</summary>
      <p className="small">{form.note}</p>
      {notes.map((note) => (
        <p key={note} className="small">
          {note}
        </p>
      ))}
      <ul className="plain small">
        {form.codes.map(({ table, title, source, edition, verified }) => (
          <li key={table}>
            {title}{' '}
            <span className="muted">
              {t('edition', { day: dayText(edition, language) })} · {source}
              {verified === 'no' && ` · ${t('notVerified')}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
