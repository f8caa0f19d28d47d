import { Button, Radio, Textarea } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { ALERT_OUTCOMES, type AlertOutcome } from '../../../src/service/alerts/alert-status.ts';
import type { Alert } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { useWords } from '../pieces/words.ts';
import { useAlertTexts } from './texts.ts';
import { useAlertAct } from './use-alerts.ts';

/** Closes an alert: what was found, and why. Both go into the record, and teach the rules. */
export function CloseDialog({ alert, onDone }: { alert: Alert; onDone: () => void }): JSX.Element {
  const t = useAlertTexts();
  const words = useWords();
  const [outcome, setOutcome] = useState<AlertOutcome | ''>('');
  const [reason, setReason] = useState('');
  const act = useAlertAct();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (outcome === '') return;
    act.mutate(
      { alert, act: { act: 'close', outcome, reason: reason.trim() } },
      {
        onSuccess: () => {
          announce(t('closedNow', { account: alert.account.name }));
          onDone();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={onDone} title={t('closeTitle', { account: alert.account.name })}>
      <form className="form" onSubmit={submit}>
        <Radio.Group
          label={t('outcome')}
          required
          value={outcome}
          onChange={(value) => setOutcome(value as AlertOutcome)}
        >
          <div className="choices">
            {ALERT_OUTCOMES.map((one, i) => (
              <Radio
                key={one}
                value={one}
                label={words(one)}
                description={t(`${one}About`)}
                data-autofocus={i === 0 ? true : undefined}
                required
              />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('reason')}
          description={t('reasonAbout')}
          required
          minLength={3}
          maxLength={2_000}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {act.isError && <Problem error={act.error} />}
        <div className="form-acts">
          <Button onClick={onDone}>{words('cancel')}</Button>
          <Button type="submit" variant="filled" loading={act.isPending}>
            {t('closeAct')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
