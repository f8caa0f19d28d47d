import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { PackageAct, PackageDetail } from '../../../src/client/packages.ts';
import { TLP, type Tlp } from '../../../src/domain/case/marking.ts';
import { announce } from '../pieces/announce.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { MomentField } from '../pieces/moment-field.tsx';
import { localMoment, momentTold } from '../pieces/moment-text.ts';
import { ReasonField } from '../pieces/reason-field.tsx';
import { usePackageTexts } from './texts.ts';
import { usePackageAct } from './use-packages.ts';

type Kind = PackageAct['kind'];

const SHOWN = [
  'approve',
  'send',
  'answer',
  'refuse',
  'attach',
  'mark',
  'return',
  'withdraw',
] as const satisfies readonly Kind[];
const PRIMARY: readonly string[] = ['approve', 'send', 'attach'];

/** What this person may do now; and what not, with the reason that the server gives. */
export function PackageActs({ one }: { one: PackageDetail }): JSX.Element {
  const t = usePackageTexts();
  const [asked, setAsked] = useState<Kind | null>(null);
  const may = SHOWN.flatMap((kind) => {
    const found = one.may.find(({ act }) => act === kind);
    return found === undefined ? [] : [{ ...found, kind }];
  });
  const open = may.filter(({ allowed }) => allowed);
  // What a state or a role does not know is no question of this package.
  const shut = may.filter(
    ({ allowed, code }) => !allowed && code !== 'QRG_PACKAGE_STATE' && code !== 'QRG_PACKAGE_ROLE',
  );
  return (
    <section className="hold-acts">
      <h2>{t('acts')}</h2>
      {one.direction === 'out' && one.approvedBy === null && (
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
                  {detail} <code>{code}</code>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {asked !== null && <ActDialog one={one} kind={asked} onDone={() => setAsked(null)} />}
    </section>
  );
}

function ActDialog({
  one,
  kind,
  onDone,
}: {
  one: PackageDetail;
  kind: Kind;
  onDone: () => void;
}): JSX.Element {
  const t = usePackageTexts();
  const act = usePackageAct(one);
  const [now] = useState(() => localMoment(Date.now()));
  const [form, setForm] = useState({
    reason: '',
    how: '',
    to: '',
    at: now,
    tlp: one.tlp as Tlp,
    caseId: '',
  });
  const set = (part: Partial<typeof form>): void => setForm((known) => ({ ...known, ...part }));
  const hasMoment = kind === 'send' || kind === 'answer' || kind === 'refuse';
  const send = (): void =>
    act.mutate(actOf(one, kind, form), {
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
      isReady={form.at !== '' && (kind !== 'attach' || Number(form.caseId) > 0)}
      sending={act}
      onSend={send}
      onDone={onDone}
    >
      {kind === 'send' && (
        <>
          <TextInput
            name="how"
            label={t('how')}
            required
            minLength={2}
            maxLength={200}
            data-autofocus
            value={form.how}
            onChange={(event) => set({ how: event.currentTarget.value })}
          />
          <TextInput
            name="to"
            label={t('sentTo')}
            required
            minLength={2}
            maxLength={300}
            value={form.to}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
        </>
      )}
      {hasMoment && (
        <MomentField label={t('when')} value={form.at} max={now} onChange={(at) => set({ at })} />
      )}
      {kind === 'mark' && (
        <NativeSelect
          name="tlp"
          label={t('tlp')}
          value={form.tlp}
          data={TLP.slice(0, TLP.indexOf(one.tlp) + 1).map((tlp) => ({
            value: tlp,
            label: `TLP:${tlp.toUpperCase()}`,
          }))}
          onChange={(event) => set({ tlp: event.currentTarget.value as Tlp })}
        />
      )}
      {kind === 'attach' && (
        <NumberInput
          name="case"
          label={t('caseId')}
          required
          min={1}
          hideControls
          data-autofocus
          value={form.caseId}
          onChange={(caseId) => set({ caseId: String(caseId) })}
        />
      )}
      <ReasonField
        isFirst={kind !== 'send' && kind !== 'attach'}
        value={form.reason}
        onChange={(reason) => set({ reason })}
      />
    </FormDialog>
  );
}

interface Form {
  readonly reason: string;
  readonly how: string;
  readonly to: string;
  readonly at: string;
  readonly tlp: Tlp;
  readonly caseId: string;
}

/** The act as the API takes it. Approved is what was looked at, and nothing that came since. */
function actOf(one: PackageDetail, kind: Kind, form: Form): PackageAct {
  const reason = form.reason.trim();
  switch (kind) {
    case 'approve':
      return { kind, leaving: one.leaving?.sha256 ?? '', reason };
    case 'send':
      return {
        kind,
        how: form.how.trim(),
        to: form.to.trim(),
        sentAt: momentTold(form.at),
        reason,
      };
    case 'answer':
    case 'refuse':
      return { kind, answeredAt: momentTold(form.at), reason };
    case 'mark':
      return { kind, tlp: form.tlp, reason };
    case 'attach':
      return { kind, case: Number(form.caseId), reason };
    default:
      return { kind, reason };
  }
}
