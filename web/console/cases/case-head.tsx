import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { CaseDetail } from '../../../src/client/cases.ts';
import { useFormat } from '../format.ts';
import { Figure, Figures } from '../pieces/figures.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { Heading } from '../pieces/heading.tsx';
import { TimeLeft, useNow } from '../pieces/time-left.tsx';
import { CaseActs } from './case-acts.tsx';
import { useChange, useMay, useThisCase } from './case-desk.tsx';
import { CaseState, NextDue, TlpMark } from './case-marks.tsx';
import { nextThing } from './next-thing.ts';
import { useCaseWords, usePageTexts } from './texts.ts';

/** What the case is and how urgent; what to do next; what may be done. */
export function CaseHead(): JSX.Element {
  const one = useThisCase();
  const words = useCaseWords();
  const t = usePageTexts();
  const may = useMay();
  const format = useFormat();
  const now = useNow();
  const [isRenaming, setRenaming] = useState(false);
  return (
    <>
      <p className="case-number">
        <b className="number">{one.number}</b>
        <CaseState state={one.state} />
        {one.outcome !== null && <span>{words(`outcome.${one.outcome}`)}</span>}
        <TlpMark tlp={one.tlp} />
        <span className="muted">
          {words(`source.${one.openedFrom}`)}, {format.moment(one.openedAt)},{' '}
          {one.openedBy?.name ?? words('qorgan')}
        </span>
      </p>
      <Heading title={one.title}>
        {may('title') && (
          <button
            type="button"
            className="button quiet"
            data-act="title"
            onClick={() => setRenaming(true)}
          >
            {t('rename')}
          </button>
        )}
      </Heading>
      {isRenaming && <RenameDialog one={one} onDone={() => setRenaming(false)} />}
      <Kin one={one} />
      <Figures>
        <Figure label={words('reach')}>{format.money(one.reachMinor)}</Figure>
        <Figure label={words('harm')}>{format.money(one.harmMinor)}</Figure>
        <Figure label={words('priority')}>{format.moneyShort(one.priority)}</Figure>
        <Figure label={words('nextDue')}>
          <NextDue dueAt={one.nextDueAt} now={now} />
        </Figure>
        <Figure label={words('assignee')}>
          {one.assignee?.name ?? <span className="muted">{words('nobody')}</span>}
        </Figure>
      </Figures>
      <Why one={one} />
      <Next one={one} now={now} />
      <CaseActs />
    </>
  );
}

/** How the place in the queue comes about, part by part. */
function Why({ one: { figures } }: { one: CaseDetail }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const format = useFormat();
  const list = (label: string, parts: CaseDetail['figures']['reach']): JSX.Element => (
    <>
      <h4>{label}</h4>
      {parts.length === 0 && <p>{t('figuresNone')}</p>}
      <dl>
        {parts.map(({ id, text, amountMinor }) => (
          <div key={`${id} ${text}`}>
            <dt>{text}</dt>
            <dd className="number">{format.money(amountMinor)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
  return (
    <details className="why-priority">
      <summary>{t('why')}</summary>
      <p>{figures.rule}</p>
      {list(words('reach'), figures.reach)}
      {list(words('harm'), figures.harm)}
      <p>{t('asOf', { at: format.moment(figures.at) })}</p>
    </details>
  );
}

/** Cases it came from or went into, and the request it answers. */
function Kin({ one }: { one: CaseDetail }): JSX.Element | null {
  const t = usePageTexts();
  const words = useCaseWords();
  const format = useFormat();
  const { mergedInto, splitFrom, mergedFrom, splitInto, request, fromNetwork } = one;
  const kin: [string, readonly number[]][] = [
    [t('mergedInto'), mergedInto === null ? [] : [mergedInto]],
    [t('splitFrom'), splitFrom === null ? [] : [splitFrom]],
    [t('mergedFrom'), mergedFrom],
    [t('splitInto'), splitInto],
  ];
  const known = kin.filter(([, ids]) => ids.length > 0);
  if (known.length === 0 && request === null && fromNetwork === null) return null;
  return (
    <div className="kin">
      {known.map(([label, ids]) => (
        <p key={label} className="post-links">
          <b>{label}:</b>
          {ids.map((caseId) => (
            <Link key={caseId} to="/cases/$caseId" params={{ caseId: String(caseId) }} search={{}}>
              {words('case')} {caseId}
            </Link>
          ))}
        </p>
      ))}
      {fromNetwork !== null && (
        <p className="post-links">
          <b>{words('item.network')}:</b>
          <Link to="/networks/$networkId" params={{ networkId: fromNetwork }} search={{}}>
            {fromNetwork}
          </Link>
        </p>
      )}
      {request !== null && (
        <details>
          <summary>
            {t('request')}: {t('requestOf', { from: request.from, number: request.number })},{' '}
            {format.moment(request.receivedAt)}
          </summary>
          <p className="as-written">{request.text}</p>
        </details>
      )}
    </div>
  );
}

/** The one thing that is best done next. */
function Next({ one, now }: { one: CaseDetail; now: number }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const { kind, title, what, dueAt, tab } = nextThing(one);
  const isUrgent = kind === 'overdue' || kind === 'file';
  return (
    <p className={`next-thing${isUrgent ? ' is-urgent' : ''}`} data-next={kind}>
      <b>{t('next')}</b>
      <span>
        {t(`next.${kind}`, {
          title,
          name: title,
          what: what === null ? '' : words(`what.${what}`).toLowerCase(),
        })}
      </span>
      {dueAt !== null && <TimeLeft dueAt={dueAt} now={now} />}
      {tab !== 'overview' && kind !== 'done' && (
        <Link
          to="/cases/$caseId"
          params={{ caseId: String(one.caseId) }}
          search={{ tab }}
          resetScroll={false}
        >
          {t('next.go')}
        </Link>
      )}
    </p>
  );
}

function RenameDialog({ one, onDone }: { one: CaseDetail; onDone: () => void }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const { sending, edit } = useChange(onDone);
  const [title, setTitle] = useState(one.title);
  return (
    <FormDialog
      title={t('rename')}
      act={words('save')}
      sending={sending}
      onSend={() => edit({ title: title.trim() })}
      onDone={onDone}
    >
      <TextInput
        name="title"
        label={words('title')}
        required
        minLength={3}
        maxLength={200}
        data-autofocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
