import { Link } from '@tanstack/react-router';
import { type JSX, useMemo, useState } from 'react';
import { HoldsOfAccount } from '../holds/holds-of-account.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useWords } from '../pieces/words.ts';
import { MoneyView } from './money-view.tsx';
import { MovesTable } from './moves-table.tsx';
import { Reasons } from './reasons.tsx';
import type { CountedTransfers } from './signal-facts.ts';
import { useAccountTexts } from './texts.ts';
import { useMoves } from './use-account.ts';

/** Everything of one account that helps to decide: its money over time, why it was noticed, what stands, its transfers. */
export function AccountView({
  accountRef,
  networks,
}: {
  accountRef: number;
  networks: readonly string[] | undefined;
}): JSX.Element {
  const t = useAccountTexts();
  const moves = useMoves(accountRef);
  const [selected, setSelected] = useState<number | null>(null);
  const [counted, setCounted] = useState<CountedTransfers | null>(null);
  const items = useMemo(() => moves.data?.pages.flatMap((page) => page.items) ?? [], [moves.data]);
  const open = (seq: number): void => {
    setCounted(null);
    setSelected(seq);
    // The row is there after the next drawing; a transfer further back than the table reaches has none.
    requestAnimationFrame(() => {
      const row = document.getElementById(`move-${seq}`);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    });
  };
  const count = (next: CountedTransfers): void => {
    setCounted(next);
    const head = document.getElementById('moves');
    head?.scrollIntoView({ block: 'start' });
    head?.focus({ preventScroll: true });
  };
  return (
    <>
      <HoldsOfAccount accountRef={accountRef} />
      {moves.isPending && <Loading rows={8} />}
      {moves.isError && <Problem error={moves.error} retry={() => moves.refetch()} />}
      {items.length > 0 && (
        <>
          <MoneyView
            items={items}
            isWhole={!moves.hasNextPage}
            selected={selected}
            onSelect={open}
          />
          <Reasons items={items} onOpen={open} onCount={count} />
        </>
      )}
      {networks !== undefined && (
        <section>
          <h2>{t('inNetworks')}</h2>
          <NetworkLinks networks={networks} />
        </section>
      )}
      <MovesTable
        accountRef={accountRef}
        counted={counted}
        onAll={() => setCounted(null)}
        selected={selected}
      />
    </>
  );
}

export function NetworkLinks({ networks }: { networks: readonly string[] }): JSX.Element {
  const t = useAccountTexts();
  const words = useWords();
  if (networks.length === 0) return <p className="muted">{t('inNoNetwork')}</p>;
  return (
    <p className="tags">
      {networks.map((networkId) => (
        <Link
          key={networkId}
          className="tag"
          to="/networks/$networkId"
          params={{ networkId }}
          search={{}}
        >
          {words('network', { id: networkId })}
        </Link>
      ))}
    </p>
  );
}
