import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { FilingAct, FilingDetail } from '../../../src/client/filings.ts';
import { api } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { MomentField } from '../pieces/moment-field.tsx';
import { localMoment, momentTold } from '../pieces/moment-text.ts';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import { ReasonField } from '../pieces/reason-field.tsx';
import { FILING_TEXTS, useFilingTexts } from './texts.ts';
import { useFilingAct, useFilingChange } from './use-filings.ts';

/** Acts in the order of a notice’s way; it is written in where it stands. */
const SHOWN = [
  'submit',
  'approve',
  'return',
  'sign',
  'send',
  'acknowledge',
  'correct',
  'replace',
  'withdraw',
] as const;
type Shown = (typeof SHOWN)[number];

/** What leads a notice on. */
const PRIMARY: readonly Shown[] = [
  'submit',
  'approve',
  'sign',
  'send',
  'acknowledge',
  'correct',
  'replace',
];

/** What this person may do now; and what not, with the reason that the server gives. */
export function FilingActs({
  filing,
  isDirty,
}: {
  filing: FilingDetail;
  isDirty: boolean;
}): JSX.Element {
  const t = useFilingTexts();
  const [asked, setAsked] = useState<Shown | null>(null);
  const byAct = new Map(filing.may.map((one) => [one.act, one]));
  const known = SHOWN.flatMap((kind) => {
    const one = byAct.get(kind);
    return one === undefined ? [] : [{ ...one, kind }];
  });
  const open = known.filter(({ allowed }) => allowed);
  // What another state is for is no news; what is refused now is.
  const shut = known.filter(({ allowed, code }) => !allowed && code !== 'QRG_FILING_STATE');
  const isBlocked = (kind: Shown): boolean =>
    isDirty || (kind === 'submit' && (!filing.complete || filing.decide.length > 0));
  const [lead] = open.filter(({ kind }) => PRIMARY.includes(kind));
  return (
    <section className="hold-acts" data-acts>
      <h2>{t('acts')}</h2>
      {['draft', 'submitted'].includes(filing.state) && (
        <p className="muted small">{t('twoPeople')}</p>
      )}
      {open.length === 0 && <p className="muted">{t('actsNone')}</p>}
      {isDirty && open.length > 0 && <p className="small">{t('saveFirst')}</p>}
      <div className="act-buttons">
        {open.map(({ kind }) => (
          <button
            key={kind}
            type="button"
            className={`button${lead?.kind === kind ? ' primary' : ''}${kind === 'withdraw' ? ' grave' : ''}`}
            data-act={kind}
            disabled={isBlocked(kind)}
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
                  {detail} <code>{code}</code>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {asked !== null && <Asked filing={filing} kind={asked} onDone={() => setAsked(null)} />}
    </section>
  );
}

interface AskedProps<Kind extends Shown> {
  readonly filing: FilingDetail;
  readonly kind: Kind;
  readonly onDone: () => void;
}

function Asked({ filing, kind, onDone }: AskedProps<Shown>): JSX.Element {
  if (kind === 'sign' || kind === 'acknowledge')
    return <UploadDialog filing={filing} kind={kind} onDone={onDone} />;
  if (kind === 'correct' || kind === 'replace')
    return <FollowDialog filing={filing} kind={kind} onDone={onDone} />;
  if (kind === 'send') return <SendDialog filing={filing} kind={kind} onDone={onDone} />;
  return <ActDialog filing={filing} kind={kind} onDone={onDone} />;
}

/** An act with a reason: needed where it goes back or away, free where it goes on. */
function ActDialog({
  filing,
  kind,
  onDone,
}: AskedProps<'submit' | 'return' | 'approve' | 'withdraw'>): JSX.Element {
  const t = useFilingTexts();
  const act = useFilingAct(filing);
  const [reason, setReason] = useState('');
  const isFree = kind === 'submit' || kind === 'approve';
  const about = `about.${kind}`;
  const said = reason.trim();
  const wish: FilingAct =
    kind === 'return' || kind === 'withdraw'
      ? { act: kind, reason: said }
      : { act: kind, ...(said !== '' && { reason: said }) };
  const send = (): void =>
    act.mutate(wish, {
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
      sending={act}
      onSend={send}
      onDone={onDone}
    >
      {Object.hasOwn(FILING_TEXTS, about) && <p className="muted">{t(about as 'about.submit')}</p>}
      {isFree ? (
        <TextInput
          name="note"
          label={t('note')}
          description={t('noteAbout')}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : (
        <ReasonField isFirst value={reason} onChange={setReason} />
      )}
    </FormDialog>
  );
}

function SendDialog({ filing, onDone }: AskedProps<'send'>): JSX.Element {
  const t = useFilingTexts();
  const act = useFilingAct(filing);
  const [now] = useState(() => localMoment(Date.now()));
  const [at, setAt] = useState(now);
  const [how, setHow] = useState('');
  const send = (): void =>
    act.mutate(
      { act: 'send', sentAt: momentTold(at), how: how.trim() },
      {
        onSuccess: () => {
          announce(t('done', { act: t('act.send') }));
          onDone();
        },
      },
    );
  return (
    <FormDialog
      title={t('act.send')}
      act={t('act.send')}
      isReady={at !== ''}
      sending={act}
      onSend={send}
      onDone={onDone}
    >
      <p className="muted">{t('about.send')}</p>
      <TextInput
        name="how"
        label={t('how')}
        description={t('howLike')}
        required
        minLength={2}
        maxLength={200}
        data-autofocus
        value={how}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
      <MomentField label={t('sentWhen')} value={at} max={now} onChange={setAt} />
    </FormDialog>
  );
}

/** A file of XML that came from elsewhere. */
function UploadDialog({ filing, kind, onDone }: AskedProps<'sign' | 'acknowledge'>): JSX.Element {
  const t = useFilingTexts();
  const [file, setFile] = useState<File | null>(null);
  const { filingId, version } = filing;
  const bringing = useFilingChange((sent: File) =>
    kind === 'sign'
      ? api().filings.signed(filingId, version, sent)
      : api().filings.acknowledge(filingId, version, sent),
  );
  const send = (): void =>
    bringing.mutate(file!, {
      onSuccess: () => {
        announce(t('done', { act: t(`act.${kind}`) }));
        onDone();
      },
    });
  return (
    <FormDialog
      title={t(`act.${kind}`)}
      act={t(`act.${kind}`)}
      isReady={file !== null}
      sending={bringing}
      onSend={send}
      onDone={onDone}
    >
      <p className="muted">{t(`upload.${kind}`)}</p>
      <label className="field">
        <span>{t('file')}</span>
        <input
          type="file"
          name="file"
          accept=".xml,application/xml,text/xml"
          required
          data-autofocus
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </label>
    </FormDialog>
  );
}

/** Another notice in the place of this one; it opens at once. */
function FollowDialog({ filing, kind, onDone }: AskedProps<'correct' | 'replace'>): JSX.Element {
  const t = useFilingTexts();
  const navigate = useNavigate();
  const as = kind === 'correct' ? 'correction' : 'replacement';
  const following = useFilingChange((reason: string) =>
    api().filings.follow(filing.filingId, filing.version, as, { reason }),
  );
  return (
    <ReasonDialog
      title={t(`act.${kind}`)}
      act={t(`act.${kind}`)}
      about={t(`about.${kind}`)}
      sending={following}
      onSend={(reason) =>
        following.mutate(reason, {
          onSuccess: ({ filingId }) => {
            onDone();
            void navigate({ to: '/filings/$filingId', params: { filingId: String(filingId) } });
          },
        })
      }
      onDone={onDone}
    />
  );
}
