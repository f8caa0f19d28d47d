import type { JSX } from 'react';
import { ALERT_OUTCOMES, type AlertOutcome } from '../../../src/service/alerts/alert-status.ts';
import type { Alert } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { DecideDialog } from '../pieces/decide-dialog.tsx';
import { useWords } from '../pieces/words.ts';
import { useAlertTexts } from './texts.ts';
import { useAlertAct } from './use-alerts.ts';

/** Closes an alert: what was found, and why. Both go into the record, and teach the rules. */
export function CloseDialog({ alert, onDone }: { alert: Alert; onDone: () => void }): JSX.Element {
  const t = useAlertTexts();
  const words = useWords();
  const act = useAlertAct();
  const send = (outcome: AlertOutcome, reason: string): void =>
    act.mutate(
      { alert, act: { act: 'close', outcome, reason } },
      {
        onSuccess: () => {
          announce(t('closedNow', { account: alert.account.name }));
          onDone();
        },
      },
    );
  return (
    <DecideDialog
      title={t('closeTitle', { account: alert.account.name })}
      act={t('closeAct')}
      label={t('outcome')}
      choices={ALERT_OUTCOMES.map((value) => ({
        value,
        label: words(value),
        about: t(`${value}About`),
      }))}
      reasonLabel={t('reason')}
      least={3}
      sending={act}
      onSend={send}
      onDone={onDone}
    />
  );
}
