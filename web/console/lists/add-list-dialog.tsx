import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { LIST_KINDS, type ListKind } from '../../../src/screening/lists/list-kind.ts';
import { api } from '../api.ts';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
import { useMe } from '../session/me.ts';
import { useListTexts } from './texts.ts';

export function AddListDialog({ onDone }: { onDone: () => void }): JSX.Element {
  const t = useListTexts();
  const words = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<ListKind>('dropper');
  const [name, setName] = useState('');
  const [source, setSource] = useState('');
  const [handling, setHandling] = useState('');
  const [forAll, setForAll] = useState(false);
  const add = useMutation({
    mutationFn: () =>
      api().lists.create({
        kind,
        name: name.trim(),
        source: source.trim(),
        handling: handling.trim(),
        forAll,
      }),
    onSuccess: ({ listId }) => {
      void queries.invalidateQueries({ queryKey: ['lists'] });
      onDone();
      void navigate({ to: '/lists/$listId', params: { listId: String(listId) } });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Dialog opened onClose={onDone} title={t('addTitle')}>
      <form className="form" onSubmit={submit}>
        <TextInput
          label={t('name')}
          required
          maxLength={200}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <label className="field">
          <span>{t('kind')}</span>
          <select value={kind} onChange={(event) => setKind(event.target.value as ListKind)}>
            {LIST_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <TextInput
          label={t('source')}
          required
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Textarea
          label={t('handling')}
          required
          rows={2}
          maxLength={2_000}
          value={handling}
          onChange={(event) => setHandling(event.currentTarget.value)}
        />
        {me.seesAll && (
          <Checkbox
            label={t('forAll')}
            checked={forAll}
            onChange={(event) => setForAll(event.currentTarget.checked)}
          />
        )}
        {add.isError && <Problem error={add.error} />}
        <div className="form-acts">
          <Button onClick={onDone}>{words('cancel')}</Button>
          <Button type="submit" variant="filled" loading={add.isPending}>
            {words('add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
