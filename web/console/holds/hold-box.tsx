import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Hold, HoldDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { AccountLink } from '../pieces/account-link.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Icon } from '../pieces/icon.tsx';
import { ClientPart } from './client-part.tsx';
import { Deadlines } from './deadlines.tsx';
import { Grounds } from './grounds.tsx';
import { HoldActs } from './hold-acts.tsx';
import { HoldEvents } from './hold-events.tsx';
import { useHoldTexts } from './texts.ts';

/** Everything a person has to know before they touch money that stands, and what they may do. */
export function HoldBox({ hold }: { hold: HoldDetail }): JSX.Element {
  return (
    <div className="hold-box">
      <HoldFigures hold={hold} />
      <RefundDuty hold={hold} />
      <HoldActs hold={hold} />
      <div className="two-columns">
        <Grounds hold={hold} />
        <Deadlines hold={hold} />
      </div>
      <ClientPart hold={hold} />
      <HoldEvents hold={hold} />
    </div>
  );
}

export function HoldState({ state }: { state: Hold['state'] }): JSX.Element {
  const t = useHoldTexts();
  return <span className={`state-tag hold-${state}`}>{t(`state.${state}`)}</span>;
}

function HoldFigures({ hold }: { hold: HoldDetail }): JSX.Element {
  const t = useHoldTexts();
  const format = useFormat();
  const { transfer, heldMinor, placedBy } = hold;
  return (
    <Figures>
      <Figure label={t('filterState')}>
        <HoldState state={hold.state} />
      </Figure>
      <Figure
        label={t('heldOf')}
        note={
          heldMinor < transfer.amountMinor
            ? t('ofSum', { sum: format.money(transfer.amountMinor) })
            : undefined
        }
      >
        {format.money(heldMinor)}
      </Figure>
      <Figure label={t('since')}>{format.moment(hold.suspendedAt)}</Figure>
      <Figure label={t('whose')}>
        <AccountLink account={hold.account} />
      </Figure>
      <Figure label={t('payee')}>
        <AccountLink account={hold.payee} />
      </Figure>
      <Figure label={t('placedBy')}>{placedBy?.name ?? t('placedByProgram')}</Figure>
    </Figures>
  );
}

function RefundDuty({ hold }: { hold: HoldDetail }): JSX.Element | null {
  const t = useHoldTexts();
  if (!hold.refundDuty) return null;
  return (
    <div className="warning" role="note">
      <Icon name="warning" size={20} />
      <div>
        <b>{t('refundDuty')}</b>
        <p>{t('refundDutyAbout')}</p>
      </div>
    </div>
  );
}

/** A hold as one line that leads to its page. */
export function HoldLine({ hold }: { hold: Hold }): JSX.Element {
  const t = useHoldTexts();
  const format = useFormat();
  return (
    <Link
      className="hold-line"
      to="/holds/$holdId"
      params={{ holdId: String(hold.holdId) }}
      data-hold={hold.holdId}
    >
      <HoldState state={hold.state} />
      <b>{format.money(hold.heldMinor)}</b>
      <span className="muted">
        {t('since')} {format.moment(hold.suspendedAt)}
      </span>
      <span>{t('allOfIt')}</span>
    </Link>
  );
}
