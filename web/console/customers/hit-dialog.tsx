import type { JSX } from 'react';
import { isJudged } from '../../../src/screening/lists/list-kind.ts';
import type { ListHit } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { DecideDialog } from '../pieces/decide-dialog.tsx';
import { useWords } from '../pieces/words.ts';
import { useCustomerTexts } from './texts.ts';
import { useDecideHit } from './use-customers.ts';

const STATES = ['confirmed', 'dismissed'] as const;

/** Says whether the customer is the party of a list, and why. */
export function HitDialog({ hit, onDone }: { hit: ListHit; onDone: () => void }): JSX.Element {
  const t = useCustomerTexts();
  const words = useWords();
  const decide = useDecideHit();
  const send = (state: (typeof STATES)[number], reason: string): void =>
    decide.mutate(
      { hit, state, reason },
      {
        onSuccess: () => {
          announce(t('hitDecided'));
          onDone();
        },
      },
    );
  return (
    <DecideDialog
      title={t('decideTitle')}
      act={t('save')}
      label={words('status')}
      choices={STATES.map((value) => ({
        value,
        label: t(`hit.${value}`),
        about: t(`${value}About`),
      }))}
      reasonAbout={t('reasonAbout')}
      sending={decide}
      onSend={send}
      onDone={onDone}
    >
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
    </DecideDialog>
  );
}
