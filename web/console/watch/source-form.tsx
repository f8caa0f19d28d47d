import { Checkbox, TextInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { WatchSource } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { useWords } from '../pieces/words.ts';
import { useMe } from '../session/me.ts';
import { ASKED_KINDS, FILE_KINDS, isAsked } from './source-kinds.ts';
import { useSourceTexts, useWatchWords } from './texts.ts';
import { type NewSource, useAddSource, useChangeSource } from './use-sources.ts';

const EVERY_USUAL_MIN = '30';

interface Fields {
  readonly name: string;
  readonly url: string;
  readonly everyMin: string;
}

export function AddSourceDialog({ onDone }: { onDone: () => void }): JSX.Element {
  const t = useSourceTexts();
  const words = useWords();
  const tw = useWatchWords();
  const me = useMe();
  const add = useAddSource();
  const [kind, setKind] = useState<NewSource['kind']>('telegram_channel');
  const [own, setOwn] = useState(!me.seesAll);
  const [fields, setFields] = useState<Fields>({ name: '', url: '', everyMin: EVERY_USUAL_MIN });
  const send = (): void =>
    add.mutate(
      {
        kind,
        name: fields.name.trim(),
        own,
        ...(isAsked(kind) && { url: fields.url.trim() }),
        ...(isAsked(kind) && fields.everyMin !== '' && { everyMin: Number(fields.everyMin) }),
      },
      {
        onSuccess: ({ name }) => {
          announce(name);
          onDone();
        },
      },
    );
  return (
    <FormDialog
      title={t('addSource')}
      act={words('add')}
      sending={add}
      onSend={send}
      onDone={onDone}
    >
      <ChoiceField
        name="kind"
        label={t('kind')}
        value={kind}
        choices={[...ASKED_KINDS, ...FILE_KINDS].map((one) => [one, tw(`source.${one}`)])}
        onChange={(value) => setKind(value as NewSource['kind'])}
      />
      <SourceFields isAsked={isAsked(kind)} fields={fields} onChange={setFields} />
      {me.seesAll ? (
        <Checkbox
          label={t('own')}
          checked={own}
          onChange={(event) => setOwn(event.currentTarget.checked)}
        />
      ) : (
        <p className="muted small">{t('own')}</p>
      )}
    </FormDialog>
  );
}

export function ChangeSourceDialog({
  source,
  onDone,
}: {
  source: WatchSource;
  onDone: () => void;
}): JSX.Element {
  const t = useSourceTexts();
  const tw = useWatchWords();
  const change = useChangeSource(source);
  const [fields, setFields] = useState<Fields>({
    name: source.name,
    url: source.url ?? '',
    everyMin: source.everyMin === null ? '' : String(source.everyMin),
  });
  const asked = isAsked(source.kind);
  const send = (): void =>
    change.mutate(
      {
        name: fields.name.trim(),
        ...(asked && {
          url: fields.url.trim(),
          everyMin: fields.everyMin === '' ? null : Number(fields.everyMin),
        }),
      },
      { onSuccess: onDone },
    );
  return (
    <FormDialog
      title={t('changeSource')}
      act={tw('save')}
      sending={change}
      onSend={send}
      onDone={onDone}
    >
      <SourceFields isAsked={asked} fields={fields} onChange={setFields} />
    </FormDialog>
  );
}

function SourceFields({
  isAsked: asked,
  fields,
  onChange,
}: {
  isAsked: boolean;
  fields: Fields;
  onChange: (fields: Fields) => void;
}): JSX.Element {
  const t = useSourceTexts();
  return (
    <>
      <TextInput
        name="name"
        label={t('sourceName')}
        required
        maxLength={200}
        data-autofocus
        value={fields.name}
        onChange={(event) => onChange({ ...fields, name: event.currentTarget.value })}
      />
      {asked && (
        <>
          <TextInput
            name="url"
            type="url"
            label={t('url')}
            description={t('urlAbout')}
            required
            pattern="https?://.+"
            title={t('urlWrong')}
            maxLength={2_000}
            value={fields.url}
            onChange={(event) => onChange({ ...fields, url: event.currentTarget.value })}
          />
          <TextInput
            name="everyMin"
            type="number"
            label={t('everyMin')}
            description={t('everyAbout')}
            min={1}
            max={43_200}
            value={fields.everyMin}
            onChange={(event) => onChange({ ...fields, everyMin: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}
