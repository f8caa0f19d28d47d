import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type JSX, useEffect, useState } from 'react';
import type { TimelineItem } from '../api.ts';
import { useFormat } from '../format.ts';
import { OpenHoldDialog } from '../holds/open-hold-dialog.tsx';
import { AccountLink } from '../pieces/account-link.tsx';
import type { Column } from '../pieces/data-table.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Verdict } from '../pieces/marks.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Loading } from '../pieces/states.tsx';
import { useRules } from '../pieces/use-rules.ts';
import { useWords } from '../pieces/words.ts';
import { hasRole, useMe } from '../session/me.ts';
import { HOLD_PLACERS, NAME_SEERS } from '../shell/sections.ts';
import type { CountedTransfers } from './signal-facts.ts';
import { useAccountTexts } from './texts.ts';
import { useMoves } from './use-account.ts';

/** Transfers of an account, latest first; or those that a number counts. */
export function MovesTable({
  accountRef,
  counted,
  onAll,
  selected,
}: {
  accountRef: number;
  counted: CountedTransfers | null;
  onAll: () => void;
  selected: number | null;
}): JSX.Element {
  const t = useAccountTexts();
  const [isNoticed, setNoticed] = useState(false);
  const moves = useMoves(accountRef, {
    ...(counted !== null && { from: counted.from, to: counted.to }),
    ...(isNoticed && counted === null && { verdict: 'review' as const }),
  });
  const columns = useMoveColumns();
  const items = (moves.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter(({ direction }) => counted?.direction === undefined || direction === counted.direction);
  useShown(selected, moves.isFetching);
  return (
    <section className="moves">
      <div className="section-head">
        <h2 id="moves" tabIndex={-1}>
          {t('moves')}
        </h2>
        <TraceLinks accountRef={accountRef} />
        {counted === null && (
          <label className="check">
            <input
              type="checkbox"
              checked={isNoticed}
              onChange={(event) => setNoticed(event.target.checked)}
            />
            {t('onlyNoticed')}
          </label>
        )}
      </div>
      {counted !== null && (
        <p className="notice">
          {t('rangeShown')}{' '}
          <button type="button" className="button" onClick={onAll}>
            {t('rangeOff')}
          </button>
        </p>
      )}
      {moves.isPending && <Loading />}
      {moves.isError && <Problem error={moves.error} retry={() => moves.refetch()} />}
      {moves.isSuccess && items.length === 0 && <p className="muted">{t('movesNone')}</p>}
      {items.length > 0 && (
        <Rows
          caption={t('moves')}
          columns={columns}
          items={items}
          keyOf={({ seq }) => seq}
          rowProps={({ seq }) => ({
            id: `move-${seq}`,
            tabIndex: -1,
            ...(seq === selected && { className: 'is-selected', 'aria-current': 'true' }),
          })}
        >
          <MoreButton query={moves} />
        </Rows>
      )}
    </section>
  );
}

/** The trail of all the account's money, down and up. */
function TraceLinks({ accountRef }: { accountRef: number }): JSX.Element | null {
  const t = useAccountTexts();
  const me = useMe();
  if (!hasRole(me, NAME_SEERS)) return null;
  return (
    <span className="trail-links">
      {(['up', 'down'] as const).map((direction) => (
        <Link key={direction} to="/trace" search={{ account: accountRef, direction }}>
          <Icon name={direction === 'up' ? 'sink' : 'up'} />
          {t(direction === 'down' ? 'traceDown' : 'traceUp')}
        </Link>
      ))}
    </span>
  );
}

/** Brings the row of a chosen transfer into sight and under the keyboard, as soon as it is there. */
function useShown(selected: number | null, isFetching: boolean): void {
  useEffect(() => {
    const row =
      isFetching || selected === null ? null : document.getElementById(`move-${selected}`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [selected, isFetching]);
}

/** What is told of a transfer of an account, the time first. */
export function useMoveColumns(): Column<TimelineItem>[] {
  const t = useAccountTexts();
  const words = useWords();
  const format = useFormat();
  const rules = useRules();
  return [
    {
      id: 'at',
      title: words('when'),
      cell: ({ at }) => <span className="number">{format.moment(at)}</span>,
    },
    {
      id: 'direction',
      title: t('direction'),
      cell: ({ direction }) => (
        <span className={`direction direction-${direction}`}>
          <Icon name={direction === 'in' ? 'sink' : 'up'} />
          {t(direction)}
        </span>
      ),
    },
    {
      id: 'sum',
      title: words('sum'),
      numeric: true,
      cell: ({ amountMinor }) => <b>{format.money(amountMinor)}</b>,
    },
    { id: 'other', title: t('other'), cell: ({ other }) => <AccountLink account={other} /> },
    {
      id: 'kind',
      title: t('kind'),
      cell: ({ channel, purpose }) => (
        <span className="kind">
          {words(`channel.${channel}`)}
          {purpose !== 'unknown' && <small className="muted">{words(`purpose.${purpose}`)}</small>}
        </span>
      ),
    },
    {
      id: 'score',
      title: words('score'),
      numeric: true,
      cell: ({ score }) => Math.round(score),
    },
    {
      id: 'verdict',
      title: words('verdict'),
      cell: ({ verdict }) => (verdict === 'allow' ? null : <Verdict verdict={verdict} />),
    },
    {
      id: 'why',
      title: words('reason'),
      wide: true,
      cell: ({ signals }) =>
        signals.length === 0 ? null : (
          <span className="reasons-cell">
            {[...new Set(signals.map(({ rule }) => rules.rule(rule)))].slice(0, 3).join('; ')}
          </span>
        ),
    },
    { id: 'acts', title: t('acts'), cell: (item) => <MoveActs item={item} /> },
  ];
}

/** What can be done from one transfer. */
function MoveActs({ item }: { item: TimelineItem }): JSX.Element | null {
  const t = useAccountTexts();
  const format = useFormat();
  const me = useMe();
  const [isHolding, setHolding] = useState(false);
  if (!hasRole(me, NAME_SEERS)) return null;
  const transfer = item.seq;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <button
            type="button"
            className="icon-button"
            aria-label={t('actsOf', { sum: format.money(item.amountMinor) })}
          >
            <Icon name="down" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['down', 'up'] as const).map((direction) => (
            <Menu.Item
              key={direction}
              renderRoot={(props) => (
                <Link {...props} to="/trace" search={{ transfer, direction }} />
              )}
            >
              {t(direction === 'down' ? 'traceDown' : 'traceUp')}
            </Menu.Item>
          ))}
          {hasRole(me, HOLD_PLACERS) && (
            <Menu.Item onClick={() => setHolding(true)}>{t('holdThis')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isHolding && <OpenHoldDialog item={item} onDone={() => setHolding(false)} />}
    </>
  );
}
