import { Textarea, TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { Appeals, TakedownDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { announce } from '../pieces/announce.tsx';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { DecideDialog } from '../pieces/decide-dialog.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { CaptureItem } from './captures.tsx';
import { usePostTexts, useTakedownTexts, useWatchWords } from './texts.ts';
import { useAppeal, useAppeals, useDecideAppeal } from './use-takedowns.ts';

type Appeal = Appeals['items'][number];

/** What was written against the request, beside what it is about, for who decides. */
export function TakedownAppeals({ takedown }: { takedown: TakedownDetail }): JSX.Element {
  const t = useTakedownTexts();
  const [isOpen, setOpen] = useState(false);
  const appeals = useAppeals(takedown, isOpen);
  if (takedown.appeal === 'none')
    return (
      <section>
        <h2>{t('appeals')}</h2>
        <p className="muted">{t('appealsNone')}</p>
      </section>
    );
  return (
    <section data-appeals>
      <h2>{t('appeals')}</h2>
      {!isOpen && (
        <>
          <p className="muted small">{t('appealsAbout')}</p>
          <button
            type="button"
            className={`button${takedown.appeal === 'waits' ? ' primary' : ''}`}
            data-act="appeals"
            onClick={() => setOpen(true)}
          >
            {t('appealsShow')}
          </button>
        </>
      )}
      {appeals.isLoading && <Loading rows={2} />}
      {appeals.isError && <Problem error={appeals.error} retry={() => appeals.refetch()} />}
      {appeals.data !== undefined && <AppealList takedown={takedown} appeals={appeals.data} />}
    </section>
  );
}

function AppealList({
  takedown,
  appeals,
}: {
  takedown: TakedownDetail;
  appeals: Appeals;
}): JSX.Element {
  const t = useTakedownTexts();
  const format = useFormat();
  const [deciding, setDeciding] = useState<Appeal | null>(null);
  const { items, content, decide } = appeals;
  return (
    <>
      <h3>{t('appealContent')}</h3>
      <p className="post-text" data-appeal-content>
        {content.text}
      </p>
      {content.captures.length > 0 && (
        <ul className="captures">
          {content.captures.map((capture) => (
            <CaptureItem key={capture.captureId} capture={capture} />
          ))}
        </ul>
      )}
      {!decide.allowed && decide.detail !== null && (
        <p className="notice">
          {decide.detail} <code>{decide.code}</code>
        </p>
      )}
      <ul className="hits">
        {items.map((appeal) => (
          <li key={appeal.appealId} data-appeal={appeal.appealId}>
            <div className="hit-head">
              <span
                className={`state-tag ${appeal.outcome === null ? 'hit-open' : 'hit-dismissed'}`}
              >
                {t(appeal.outcome === null ? 'appealOpen' : `appeal.${appeal.outcome}`)}
              </span>
              <b>{appeal.from}</b>
              <span className="muted number">{format.moment(appeal.at)}</span>
              {appeal.outcome === null && decide.allowed && (
                <button
                  type="button"
                  className="button primary"
                  data-act="decide-appeal"
                  onClick={() => setDeciding(appeal)}
                >
                  {t('appealDecide')}
                </button>
              )}
            </div>
            <p className="letter-body">{appeal.text}</p>
            {appeal.decidedBy !== null && appeal.decidedAt !== null && (
              <blockquote>
                {appeal.reason}
                <footer className="muted">
                  {appeal.decidedBy.name}, {format.moment(appeal.decidedAt)}
                </footer>
              </blockquote>
            )}
          </li>
        ))}
      </ul>
      {deciding !== null && (
        <DecideAppealDialog
          takedown={takedown}
          appeal={deciding}
          captures={content.captures}
          onDone={() => setDeciding(null)}
        />
      )}
    </>
  );
}

const OUTCOMES = ['upheld', 'reversed'] as const;
const OUTCOME_TEXTS = { upheld: 'act.uphold', reversed: 'act.reverse' } as const;

function DecideAppealDialog({
  takedown,
  appeal: { appealId, version },
  captures,
  onDone,
}: {
  takedown: TakedownDetail;
  appeal: Appeal;
  captures: Appeals['content']['captures'];
  onDone: () => void;
}): JSX.Element {
  const t = useTakedownTexts();
  const tp = usePostTexts();
  const format = useFormat();
  const decide = useDecideAppeal(takedown);
  const [capture, setCapture] = useState(String(captures[0]?.captureId ?? ''));
  const send = (outcome: (typeof OUTCOMES)[number], reason: string): void =>
    decide.mutate(
      { appealId, version, outcome, capture: Number(capture), reason },
      {
        onSuccess: () => {
          announce(t('appealDecided'));
          onDone();
        },
      },
    );
  return (
    <DecideDialog
      title={t('appealDecide')}
      act={t('appealDecide')}
      label={tp('decideLabel')}
      choices={OUTCOMES.map((value) => ({
        value,
        label: t(OUTCOME_TEXTS[value]),
        about: t(`${value}About`),
      }))}
      sending={decide}
      onSend={send}
      onDone={onDone}
    >
      <ChoiceField
        name="capture"
        label={t('appealCopy')}
        value={capture}
        choices={captures.map(({ captureId, at, cause }) => [
          String(captureId),
          `${format.moment(at)} · ${tp(`cause.${cause}`)}`,
        ])}
        onChange={setCapture}
      />
    </DecideDialog>
  );
}

/** Writes down what somebody wrote against the request. */
export function AppealDialog({
  takedown,
  onDone,
}: {
  takedown: TakedownDetail;
  onDone: () => void;
}): JSX.Element {
  const t = useTakedownTexts();
  const tw = useWatchWords();
  const appeal = useAppeal(takedown);
  const [from, setFrom] = useState('');
  const [text, setText] = useState('');
  const send = (): void =>
    appeal.mutate(
      { from: from.trim(), text: text.trim() },
      {
        onSuccess: () => {
          announce(t('appealSaved'));
          onDone();
        },
      },
    );
  return (
    <FormDialog
      title={t('act.appeal')}
      act={tw('save')}
      sending={appeal}
      onSend={send}
      onDone={onDone}
    >
      <TextInput
        name="from"
        label={t('appealFrom')}
        required
        minLength={2}
        maxLength={300}
        data-autofocus
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <Textarea
        name="text"
        label={t('appealText')}
        required
        minLength={5}
        maxLength={20_000}
        rows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
