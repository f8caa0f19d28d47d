import type { JSX } from 'react';
import { useFormat } from '../format.ts';
import { AccountLink } from '../pieces/account-link.tsx';
import type { Column } from '../pieces/data-table.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Loading } from '../pieces/states.tsx';
import { useWords } from '../pieces/words.ts';
import { FATES, type Lot, lotShares } from './lot-shares.ts';
import { useAccountTexts } from './texts.ts';
import { useLots } from './use-account.ts';

/** Payments of a sum that are told before somebody asks for the rest. */
const FIRST_PARTS = 3;

/** Every sum that came to the account: where it went on to, how long it rested, what of it is still here. */
export function LotsView({
  accountRef,
  until,
}: {
  accountRef: number;
  /** Epoch ms: sums that came before. */
  until: number | undefined;
}): JSX.Element {
  const t = useAccountTexts();
  const lots = useLots(accountRef, until);
  const columns = useColumns();
  const pages = lots.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const isHub = pages[0]?.isHub === true;
  return (
    <section className="lots">
      <h2>{t('lots')}</h2>
      <p className="muted help">{t('lotsAbout')}</p>
      {lots.isPending && <Loading />}
      {lots.isError && <Problem error={lots.error} retry={() => lots.refetch()} />}
      {isHub && <p className="notice">{t('lotsHub')}</p>}
      {lots.isSuccess && !isHub && items.length === 0 && <p className="muted">{t('lotsNone')}</p>}
      {pages[0]?.complete === false && <p className="notice">{t('lotsPart')}</p>}
      {items.length > 0 && (
        <>
          <ul className="money-legend">
            {FATES.map((fate) => (
              <li key={fate}>
                <span className={`lot-key lot-${fate}`} />
                {t(`fate.${fate}`)}
              </li>
            ))}
          </ul>
          <Rows caption={t('lots')} columns={columns} items={items} keyOf={({ seq }) => seq}>
            <MoreButton query={lots} />
          </Rows>
        </>
      )}
    </section>
  );
}

function useColumns(): Column<Lot>[] {
  const t = useAccountTexts();
  const words = useWords();
  const format = useFormat();
  return [
    {
      id: 'at',
      title: words('when'),
      cell: ({ at }) => <span className="number">{format.moment(at)}</span>,
    },
    { id: 'from', title: words('from'), cell: ({ from }) => <AccountLink account={from} /> },
    {
      id: 'sum',
      title: words('sum'),
      numeric: true,
      cell: ({ amountMinor }) => <b>{format.money(amountMinor)}</b>,
    },
    { id: 'fate', title: t('lotFate'), cell: (lot) => <LotBar lot={lot} /> },
    {
      id: 'here',
      title: t('lotHere'),
      numeric: true,
      cell: ({ restMinor, amountMinor }) =>
        restMinor === 0 ? (
          format.share(0)
        ) : (
          <span className="term">
            <span className="number">{format.share(restMinor / amountMinor)}</span>
            <span className="muted">{format.money(restMinor)}</span>
          </span>
        ),
    },
    {
      id: 'held',
      title: t('lotHeld'),
      numeric: true,
      cell: ({ heldMs }) =>
        heldMs === null ? null : <span className="number">{format.duration(heldMs)}</span>,
    },
    {
      id: 'parts',
      title: t('lotParts'),
      wide: true,
      cell: (lot) => (lot.parts.length === 0 ? null : <Parts lot={lot} />),
    },
  ];
}

const BAR_WIDTH = 96;

/** A sum as a bar: what left soonest is darkest, what is still here stands at its end. */
function LotBar({ lot }: { lot: Lot }): JSX.Element {
  const t = useAccountTexts();
  const format = useFormat();
  const shares = lotShares(lot);
  return (
    <svg
      className="lot-bar"
      viewBox={`0 0 ${BAR_WIDTH} 12`}
      width={BAR_WIDTH}
      height={12}
      role="img"
      aria-label={shares
        .map(({ fate, share }) => `${t(`fate.${fate}`)}: ${format.share(share)}`)
        .join('; ')}
    >
      {shares.map(({ fate, share, from }) => (
        <rect
          key={fate}
          className={`lot-${fate}`}
          x={BAR_WIDTH * from}
          width={BAR_WIDTH * share}
          height={12}
        />
      ))}
    </svg>
  );
}

function Parts({ lot: { parts, more } }: { lot: Lot }): JSX.Element {
  const t = useAccountTexts();
  const format = useFormat();
  const line = ({ seq, to, amountMinor, heldMs }: Lot['parts'][number]): JSX.Element => (
    <li key={seq}>
      <span className="number">{format.money(amountMinor)}</span>
      <AccountLink account={to} />
      <span className="muted">{t('lotAfter', { time: format.duration(heldMs) })}</span>
    </li>
  );
  const rest = parts.slice(FIRST_PARTS);
  return (
    <div className="lot-parts">
      <ul>{parts.slice(0, FIRST_PARTS).map(line)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('lotMore', { n: format.number(rest.length + more.parts) })}</summary>
          <ul>{rest.map(line)}</ul>
          {more.parts > 0 && (
            <p className="muted">
              {t('lotCut', { n: format.number(more.parts), sum: format.money(more.minor) })}
            </p>
          )}
        </details>
      )}
    </div>
  );
}
