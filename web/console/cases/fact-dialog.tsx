import { Radio, Textarea } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { CaseAct } from '../../../src/client/cases.ts';
import { FACT_KINDS, type FactKind } from '../../../src/domain/case/case-fact.ts';
import { useFormat } from '../format.ts';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { MomentField } from '../pieces/moment-field.tsx';
import { localMoment, momentTold } from '../pieces/moment-text.ts';
import { useChange, useThisCase } from './case-desk.tsx';
import { toldValue, valueTypeOf } from './fact-value.ts';
import { useCaseWords, useLawTexts } from './texts.ts';
import { useEntities, useTimeline } from './use-cases.ts';

/** What the form begins with; '' for not chosen. */
export interface FactAsked {
  readonly party: string;
  readonly fact: FactKind | '';
}

/** Says whether something is so of somebody, with what shows it. */
export function FactDialog({
  asked,
  onDone,
}: {
  asked: FactAsked;
  onDone: () => void;
}): JSX.Element {
  const t = useLawTexts();
  const words = useCaseWords();
  const { caseId } = useThisCase();
  const { sending, act } = useChange(onDone);
  const entities = useEntities(caseId);
  const [now] = useState(() => localMoment(Date.now()));
  const [form, setForm] = useState({
    ...asked,
    says: '' as 'yes' | 'no' | '',
    value: '',
    at: '',
    shownBy: [] as readonly string[],
    note: '',
  });
  const set = (part: Partial<typeof form>): void => setForm((known) => ({ ...known, ...part }));
  const type = form.fact === '' ? null : valueTypeOf(form.fact);
  const send = (): void => {
    const value = form.fact === '' ? null : toldValue(form.fact, form.value);
    act({
      kind: 'fact_say',
      fact: form.fact as FactKind,
      party: form.party,
      says: form.says as 'yes',
      shownBy: [...form.shownBy],
      ...(value !== null && {
        value: value as Extract<CaseAct, { kind: 'fact_say' }>['value'] & {},
      }),
      ...(form.at !== '' && { actAt: momentTold(form.at) }),
      ...(form.note.trim() !== '' && { note: form.note.trim() }),
    });
  };
  return (
    <FormDialog
      title={words('act.fact_say')}
      act={words('act.fact_say')}
      size="lg"
      isReady={form.fact !== '' && form.party !== '' && form.says !== ''}
      sending={sending}
      onSend={send}
      onDone={onDone}
    >
      <ChoiceField
        name="party"
        label={t('ofWhom')}
        value={form.party}
        any="—"
        choices={(entities.data?.parties ?? []).map(({ id, name, role }) => [
          id,
          `${name ?? id} · ${words(`role.${role}`)}`,
        ])}
        onChange={(party) => set({ party })}
      />
      <ChoiceField
        name="fact"
        label={t('fact')}
        value={form.fact}
        any="—"
        choices={FACT_KINDS.map((kind) => [kind, t(`fact.${kind}`)])}
        onChange={(fact) => set({ fact: fact as FactKind | '', value: '' })}
      />
      <Radio.Group
        label={t('says')}
        required
        value={form.says}
        onChange={(says) => set({ says: says as 'yes' })}
      >
        <div className="act-buttons">
          <Radio value="yes" label={words('yes')} required />
          <Radio value="no" label={words('no')} required />
        </div>
      </Radio.Group>
      {type !== null && form.says === 'yes' && (
        <ValueField type={type} value={form.value} onChange={(value) => set({ value })} />
      )}
      <label className="check">
        <input
          type="checkbox"
          name="has-time"
          checked={form.at !== ''}
          onChange={(event) => set({ at: event.target.checked ? now : '' })}
        />
        {t('actAtKnown')}
      </label>
      {form.at !== '' && (
        <MomentField
          label={t('actAt')}
          value={form.at}
          max={now}
          onChange={(at) => at !== '' && set({ at })}
        />
      )}
      <ShownBy chosen={form.shownBy} onChange={(shownBy) => set({ shownBy })} />
      <Textarea
        name="note"
        label={t('note')}
        maxLength={2_000}
        rows={3}
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </FormDialog>
  );
}

function ValueField({
  type,
  value,
  onChange,
}: {
  type: 'money' | 'count' | 'word';
  value: string;
  onChange: (value: string) => void;
}): JSX.Element {
  const t = useLawTexts();
  if (type === 'word')
    return (
      <ChoiceField
        name="value"
        label={t('size')}
        value={value}
        any="—"
        choices={(['plain', 'large', 'especially_large'] as const).map((size) => [
          size,
          t(`size.${size}`),
        ])}
        onChange={onChange}
      />
    );
  return (
    <label className="field">
      <span>{t(type)}</span>
      <input
        name="value"
        type="number"
        min={0}
        step={type === 'money' ? 0.01 : 1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

const SHOWN_MOST = 64;

/** Posts of the case and its files, to point at. */
function ShownBy({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}): JSX.Element | null {
  const t = useLawTexts();
  const format = useFormat();
  const { caseId, files } = useThisCase();
  const posts = useTimeline(caseId, { kind: ['post'], order: 'newest' });
  const things = [
    ...(posts.data?.pages.flatMap(({ items }) => items) ?? []).map(
      ({ opens, at, text }) =>
        [`p${opens?.ref}`, `${format.date(at)} ${text?.slice(0, 60) ?? ''}`] as const,
    ),
    ...files.map(({ fileId, name }) => [`f${fileId}`, name] as const),
  ].slice(0, SHOWN_MOST);
  if (things.length === 0) return null;
  return (
    <fieldset className="choices boxes">
      <legend>{t('shownBy')}</legend>
      {things.map(([id, label]) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
