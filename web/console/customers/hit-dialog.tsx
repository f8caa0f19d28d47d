import { Button, Radio, Textarea } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { isJudged } from '../../../src/screening/lists/list-kind.ts';
import type { ListHit } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
import { useCustomerTexts } from './texts.ts';
import { useDecideHit } from './use-customers.ts';

const STATES = ['confirmed', 'dismissed'] as const;

/** Says whether the customer is the party of a list, and why. */
export function HitDialog({ hit, onDone }: { hit: ListHit; onDone: () => void }): JSX.Element {
  const t = useCustomerTexts();
  const words = useWords();
  const [state, setState] = useState<(typeof STATES)[number] | ''>('');
  const [reason, setReason] = useState('');
  const decide = useDecideHit();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (state === '') return;
    decide.mutate(
      { hit, state, reason: reason.trim() },
      {
        onSuccess: () => {
          announce(t('hitDecided'));
          onDone();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={onDone} title={t('decideTitle')}>
      <form className="form" onSubmit={submit}>
        <p>
          <b>{hit.listName}</b>
          {hit.match !== null && (
            <>
              <br />
              {hit.match.asked} ↔ {hit.match.listed}
            </>
          )}
        </p>
        {!isJudged(hit.kind) && <p className="notice">{t('binding')}</p>}
        <Radio.Group
          label={words('status')}
          required
          value={state}
          onChange={(value) => setState(value as (typeof STATES)[number])}
        >
          <div className="choices">
            {STATES.map((one, i) => (
              <Radio
                key={one}
                value={one}
                label={t(`hit.${one}`)}
                description={t(`${one}About`)}
                data-autofocus={i === 0 ? true : undefined}
                required
              />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={words('reason')}
          description={t('reasonAbout')}
          required
          minLength={5}
          maxLength={2_000}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {decide.isError && <Problem error={decide.error} />}
        <div className="form-acts">
          <Button onClick={onDone}>{words('cancel')}</Button>
          <Button type="submit" variant="filled" loading={decide.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
