import { Checkbox, TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { TakedownDetail } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { MomentField } from '../pieces/moment-field.tsx';
import { localMoment } from '../pieces/moment-text.ts';
import { ReasonField } from '../pieces/reason-field.tsx';
import { useWords } from '../pieces/words.ts';
import { CaptureChoice } from './draft-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { ACT_KINDS, type ActForm, type ActKind, actOf, hasMoment } from './takedown-act-form.ts';
import { AppealDialog } from './takedown-appeals.tsx';
import { TAKEDOWN_TEXTS, useTakedownTexts } from './texts.ts';
import { useTakedownAct } from './use-takedowns.ts';

/** Every act there is, in its order; appeals are decided where they stand. */
const SHOWN = ['edit', ...ACT_KINDS, 'appeal', 'uphold', 'reverse'] as const;
const IN_PLACE: readonly string[] = ['uphold', 'reverse'];
type Shown = (typeof SHOWN)[number];

const PRIMARY: readonly string[] = ['seal', 'send'];

/** What this person may do now; and what not, with the reason that the server gives. */
export function TakedownActs({ takedown }: { takedown: TakedownDetail }): JSX.Element {
  const t = useTakedownTexts();
  const [asked, setAsked] = useState<Shown | null>(null);
  const byKind = new Map(takedown.acts.map((act) => [act.kind, act]));
  const known = SHOWN.flatMap((kind) => {
    const act = byKind.get(kind);
    return act === undefined ? [] : [{ ...act, kind }];
  });
  const open = known.filter(({ allowed, kind }) => allowed && !IN_PLACE.includes(kind));
  const shut = known.filter(({ allowed }) => !allowed);
  const done = (): void => setAsked(null);
  return (
    <section className="hold-acts">
      <h2>{t('acts')}</h2>
      {takedown.approvedBy === null && takedown.state !== 'withdrawn' && (
        <p className="muted small">{t('twoPeople')}</p>
      )}
      {open.length === 0 && <p className="muted">{t('actsNone')}</p>}
      <div className="act-buttons">
        {open.map(({ kind }) => (
          <button
            key={kind}
            type="button"
            className={`button${PRIMARY.includes(kind) ? ' primary' : ''}${kind === 'withdraw' ? ' grave' : ''}`}
            data-act={kind}
            onClick={() => setAsked(kind)}
          >
            {t(`act.${kind}`)}
          </button>
        ))}
      </div>
      {shut.length > 0 && (
        <details>
          <summary>{t('whyNot')}</summary>
          <dl className="why-not">
            {shut.map(({ kind, detail, code }) => (
              <div key={kind} data-shut={kind}>
                <dt>{t(`act.${kind}`)}</dt>
                <dd>
                  {code === 'QRG_TAKEDOWN_STATE'
                    ? t('notInState', { state: t(`state.${takedown.state}`) })
                    : detail}{' '}
                  <code>{code}</code>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {asked === 'edit' && <EditDialog takedown={takedown} onDone={done} />}
      {asked === 'appeal' && <AppealDialog takedown={takedown} onDone={done} />}
      {asked !== null && isAct(asked) && (
        <ActDialog takedown={takedown} kind={asked} onDone={done} />
      )}
    </section>
  );
}

const isAct = (kind: Shown): kind is ActKind => (ACT_KINDS as readonly string[]).includes(kind);

function ActDialog({
  takedown,
  kind,
  onDone,
}: {
  takedown: TakedownDetail;
  kind: ActKind;
  onDone: () => void;
}): JSX.Element {
  const t = useTakedownTexts();
  const words = useWords();
  const act = useTakedownAct(takedown);
  const [now] = useState(() => localMoment(Date.now()));
  const [form, setForm] = useState<ActForm>({
    reason: '',
    number: '',
    at: now,
    wasWrong: false,
    capture: '',
  });
  const set = (part: Partial<ActForm>): void => setForm((known) => ({ ...known, ...part }));
  const about = `about.${kind}`;
  const send = (): void =>
    act.mutate(actOf(kind, form), {
      onSuccess: () => {
        announce(t('done', { act: t(`act.${kind}`) }));
        onDone();
      },
    });
  return (
    <FormDialog
      title={t(`act.${kind}`)}
      act={t(`act.${kind}`)}
      isGrave={kind === 'withdraw'}
      isReady={form.at !== ''}
      sending={act}
      onSend={send}
      onDone={onDone}
    >
      {Object.hasOwn(TAKEDOWN_TEXTS, about) && <p className="muted">{t(about as 'about.seal')}</p>}
      {kind === 'seal' && (
        <CaptureChoice
          postId={takedown.post.postId}
          value={form.capture}
          onChange={(capture) => set({ capture })}
        />
      )}
      {kind === 'send' && (
        <TextInput
          name="number"
          label={t('number')}
          required
          maxLength={100}
          data-autofocus
          value={form.number}
          onChange={(event) => set({ number: event.currentTarget.value })}
        />
      )}
      {hasMoment(kind) && (
        <MomentField
          label={t(kind === 'send' ? 'sentWhen' : 'answeredAt')}
          value={form.at}
          max={now}
          onChange={(at) => set({ at })}
        />
      )}
      {kind === 'refuse' && (
        <Checkbox
          label={t('wrongToAsk')}
          checked={form.wasWrong}
          onChange={(event) => set({ wasWrong: event.currentTarget.checked })}
        />
      )}
      <ReasonField
        label={words('reason')}
        isFirst={kind !== 'send'}
        value={form.reason}
        onChange={(reason) => set({ reason })}
      />
    </FormDialog>
  );
}
