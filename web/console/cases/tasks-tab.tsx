import { Textarea, TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { CaseTask } from '../../../src/client/cases.ts';
import { useFormat } from '../format.ts';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { MomentField } from '../pieces/moment-field.tsx';
import { localMoment, momentTold } from '../pieces/moment-text.ts';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import { TimeLeft, useNow } from '../pieces/time-left.tsx';
import { useChange, useMay, useThisCase } from './case-desk.tsx';
import { isOpen, Standing } from './tasks-part.tsx';
import { useCaseWords, usePageTexts } from './texts.ts';
import { usePeople, useTerms } from './use-cases.ts';

const YEAR_MS = 365 * 86_400_000;

/** Tasks, those with a term of law among them: what is open, what is done and whether in time. */
export function TasksTab(): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const may = useMay();
  const { tasks } = useThisCase();
  const [isAdding, setAdding] = useState(false);
  const open = tasks.filter(isOpen);
  const ended = tasks.filter((task) => !isOpen(task));
  return (
    <section data-tasks>
      <div className="section-head">
        <h2>{t('tasks')}</h2>
        {may('task_add') && (
          <button
            type="button"
            className="button primary"
            data-act="task_add"
            onClick={() => setAdding(true)}
          >
            {words('act.task_add')}
          </button>
        )}
      </div>
      {open.length === 0 && <p className="muted">{t('tasksNone')}</p>}
      <ul className="task-list">
        {open.map((task) => (
          <Task key={task.taskId} task={task} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary>
            {t('tasksDone')} · {ended.length}
          </summary>
          <ul className="task-list">
            {ended.map((task) => (
              <Task key={task.taskId} task={task} />
            ))}
          </ul>
        </details>
      )}
      {isAdding && <AddTask onDone={() => setAdding(false)} />}
    </section>
  );
}

function Task({ task }: { task: CaseTask }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const format = useFormat();
  const may = useMay();
  const now = useNow();
  const [asked, setAsked] = useState<'done' | 'drop' | null>(null);
  const { taskId, title, term, eventAt, dueAt, assignee, endedAt, endedBy, note, uncertain } = task;
  return (
    <li data-task={taskId} className={task.standing === 'overdue' ? 'is-overdue' : ''}>
      <div className="task-head">
        <b>{title}</b>
        <Standing task={task} />
        {dueAt !== null && isOpen(task) && <TimeLeft dueAt={dueAt} now={now} />}
        <span className="muted small">
          {[
            dueAt !== null && `${t('taskDue')} ${format.moment(dueAt)}`,
            eventAt !== null && t('fromEvent', { at: format.moment(eventAt) }),
            uncertain && t('uncertain'),
            assignee?.name,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {endedAt !== null && (
          <span className="muted small">
            {format.moment(endedAt)}, {endedBy?.name ?? words('qorgan')}
          </span>
        )}
      </div>
      {note !== null && note !== '' && <blockquote>{note}</blockquote>}
      {term !== null && <TermSource term={term} />}
      {isOpen(task) && (
        <div className="act-buttons">
          {may('task_done') && (
            <button
              type="button"
              className="button"
              data-act="task_done"
              onClick={() => setAsked('done')}
            >
              {words('act.task_done')}
            </button>
          )}
          {may('task_drop') && (
            <button type="button" className="button quiet" onClick={() => setAsked('drop')}>
              {words('act.task_drop')}
            </button>
          )}
        </div>
      )}
      {asked === 'done' && <EndTask task={task} onDone={() => setAsked(null)} />}
      {asked === 'drop' && <DropTask task={task} onDone={() => setAsked(null)} />}
    </li>
  );
}

/** By what law a term runs, and whether a lawyer has looked at it. */
function TermSource({ term }: { term: NonNullable<CaseTask['term']> }): JSX.Element {
  const t = usePageTexts();
  const { title, act, article, source, verified } = term;
  return (
    <details className="provision">
      <summary>
        {t('termSource')}: {title}
      </summary>
      <p className="source-note">
        {act}, {article} ·{' '}
        {verified === 'no' ? (
          <b className="due">{t('unverified')}</b>
        ) : (
          t('verifiedBy', { by: verified.by, on: verified.on })
        )}
        <br />
        <span className="muted">{source}</span>
      </p>
    </details>
  );
}

function EndTask({ task, onDone }: { task: CaseTask; onDone: () => void }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const { sending, act } = useChange(onDone);
  const [now] = useState(() => localMoment(Date.now()));
  const [at, setAt] = useState(now);
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={task.title}
      act={words('act.task_done')}
      isReady={at !== ''}
      sending={sending}
      onSend={() =>
        act({
          kind: 'task_done',
          task: task.taskId,
          ...(at !== now && { doneAt: momentTold(at) }),
          ...(note.trim() !== '' && { note: note.trim() }),
        })
      }
      onDone={onDone}
    >
      <MomentField label={t('calledAt')} value={at} max={now} onChange={setAt} />
      <Textarea
        name="note"
        label={t('doneNote')}
        maxLength={2_000}
        rows={3}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function DropTask({ task, onDone }: { task: CaseTask; onDone: () => void }): JSX.Element {
  const words = useCaseWords();
  const { sending, act } = useChange(onDone);
  return (
    <ReasonDialog
      title={words('act.task_drop')}
      act={words('act.task_drop')}
      about={task.title}
      sending={sending}
      onSend={(reason) => act({ kind: 'task_drop', task: task.taskId, reason })}
      onDone={onDone}
    />
  );
}

function AddTask({ onDone }: { onDone: () => void }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const { sending, act } = useChange(onDone);
  const terms = useTerms();
  const people = usePeople();
  const [now] = useState(() => localMoment(Date.now()));
  const [form, setForm] = useState({ title: '', term: '', eventAt: now, due: '', who: '' });
  const set = (part: Partial<typeof form>): void => setForm((known) => ({ ...known, ...part }));
  const term = terms.data?.items.find(({ id }) => id === form.term);
  const isOwn = form.term === '';
  const choose = (id: string): void => {
    const chosen = terms.data?.items.find((one) => one.id === id);
    set({ term: id, ...(form.title === '' && chosen !== undefined && { title: chosen.title }) });
  };
  return (
    <FormDialog
      title={words('act.task_add')}
      act={words('act.task_add')}
      isReady={isOwn || form.eventAt !== ''}
      sending={sending}
      onSend={() =>
        act({
          kind: 'task_add',
          title: form.title.trim(),
          ...(term !== undefined && { term: term.id, eventAt: momentTold(form.eventAt) }),
          ...(isOwn && form.due !== '' && { dueAt: momentTold(form.due) }),
          ...(form.who !== '' && { assignee: Number(form.who) }),
        })
      }
      onDone={onDone}
    >
      <TextInput
        name="title"
        label={t('taskTitle')}
        required
        minLength={3}
        maxLength={300}
        data-autofocus
        value={form.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <ChoiceField
        name="term"
        label={t('taskTerm')}
        value={form.term}
        any={t('taskTermNone')}
        choices={(terms.data?.items ?? []).map(({ id, title }) => [id, title])}
        onChange={choose}
      />
      {term !== undefined && (
        <>
          <p className="muted small">
            {term.text} {term.act}, {term.article}.{' '}
            {term.verified === 'no' && <b className="due">{t('unverified')}</b>}
          </p>
          <MomentField
            label={t('taskEvent')}
            value={form.eventAt}
            max={now}
            onChange={(eventAt) => set({ eventAt })}
          />
        </>
      )}
      {isOwn && (
        <>
          <label className="check">
            <input
              type="checkbox"
              name="has-due"
              checked={form.due !== ''}
              onChange={(event) =>
                set({ due: event.target.checked ? localMoment(Date.now() + 86_400_000) : '' })
              }
            />
            {t('taskDue')}
          </label>
          {form.due !== '' && (
            <MomentField
              label={t('taskDue')}
              value={form.due}
              max={localMoment(Date.now() + YEAR_MS)}
              onChange={(due) => due !== '' && set({ due })}
            />
          )}
        </>
      )}
      <ChoiceField
        name="who"
        label={t('taskFor')}
        value={form.who}
        any={t('taskForCase')}
        choices={(people.data?.items ?? []).map(({ userId, name }) => [String(userId), name])}
        onChange={(who) => set({ who })}
      />
    </FormDialog>
  );
}
