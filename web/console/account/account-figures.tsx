import type { JSX } from 'react';
import type { Account } from '../api.ts';
import { useFormat } from '../format.ts';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Meter } from '../pieces/marks.tsx';
import { useWords } from '../pieces/words.ts';
import { useAccountTexts } from './texts.ts';

export function AccountFigures({ account }: { account: Account }): JSX.Element {
  const t = useAccountTexts();
  const words = useWords();
  const format = useFormat();
  const { firstAt, lastAt } = account;
  return (
    <Figures>
      <Figure label={words('account')} note={t('lookKept')}>
        <span className="number">{account.name}</span>
      </Figure>
      <Figure label={t('scoreMost')}>
        <Meter value={account.scoreMost} />
      </Figure>
      <Figure label={words('came')}>{format.money(account.inMinor)}</Figure>
      <Figure label={words('left')}>{format.money(account.outMinor)}</Figure>
      <Figure
        label={words('transfersCount')}
        note={account.complete ? undefined : t('countedPart')}
      >
        {format.number(account.transfers)}
      </Figure>
      {firstAt !== null && lastAt !== null && (
        <Figure label={t('activity')}>{format.period(firstAt, lastAt)}</Figure>
      )}
    </Figures>
  );
}
