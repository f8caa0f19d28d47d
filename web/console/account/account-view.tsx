import { Link } from '@tanstack/react-router';
import { type JSX, useMemo, useState } from 'react';
import type { AlertDetail, TimelineItem } from '../api.ts';
import { useFormat } from '../format.ts';
import { HoldsOfAccount } from '../holds/holds-of-account.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useWords } from '../pieces/words.ts';
import { hasRole, useMe } from '../session/me.ts';
import { PostsNaming } from '../watch/post-hits.tsx';
import { POST_READERS } from '../watch/watch-roles.ts';
import { LotsView } from './lots-view.tsx';
import { MoneyView } from './money-view.tsx';
import { MovesTable } from './moves-table.tsx';
import { Reasons } from './reasons.tsx';
import type { CountedTransfers } from './signal-facts.ts';
import { useAccountTexts } from './texts.ts';
import { useMoves } from './use-account.ts';

/** Around a transfer that is looked for, so that it is not shown out of all connection. */
const AROUND_MS = 3 * 3_600_000;
/** After the last transfer of an alert: what became of the money. */
const AFTER_ALERT_MS = 86_400_000;

interface AccountViewProps {
  readonly accountRef: number;
  readonly networks: readonly string[] | undefined;
  /** The alert that is looked at: then the picture is of its time, and not of today. */
  readonly alert?: AlertDetail;
}

/** Everything of one account that helps to decide: its money over time, why it was noticed, what stands, its transfers. */
export function AccountView({ accountRef, networks, alert }: AccountViewProps): JSX.Element {
  const t = useAccountTexts();
  const format = useFormat();
  const me = useMe();
  const until = alert === undefined ? undefined : alert.lastAt + AFTER_ALERT_MS;
  const moves = useMoves(accountRef, until === undefined ? {} : { to: until });
  const [selected, setSelected] = useState<TimelineItem | null>(null);
  const [counted, setCounted] = useState<CountedTransfers | null>(null);
  const items = useMemo(() => moves.data?.pages.flatMap((page) => page.items) ?? [], [moves.data]);
  const noticed = useMemo(() => together(alert?.recent ?? [], items), [alert, items]);
  const open = (item: TimelineItem): void => {
    setCounted({ from: item.at - AROUND_MS, to: item.at + AROUND_MS });
    setSelected(item);
  };
  const count = (next: CountedTransfers): void => {
    setSelected(null);
    setCounted(next);
    const head = document.getElementById('moves');
    head?.scrollIntoView({ block: 'start' });
    head?.focus({ preventScroll: true });
  };
  const latest = moves.hasNextPage ? t('pictureLatest', { n: format.number(items.length) }) : '';
  return (
    <>
      <HoldsOfAccount accountRef={accountRef} />
      {hasRole(me, POST_READERS) && <PostsNaming of={{ account: accountRef }} />}
      {moves.isPending && <Loading rows={8} />}
      {moves.isError && <Problem error={moves.error} retry={() => moves.refetch()} />}
      {items.length > 0 && (
        <>
          <MoneyView
            items={items}
            note={until === undefined ? latest : t('pictureUntil', { when: format.moment(until) })}
            selected={selected?.seq ?? null}
            onSelect={open}
          />
          <Reasons items={noticed} onOpen={open} onCount={count} />
        </>
      )}
      {items.length > 0 && <LotsView accountRef={accountRef} until={until} />}
      {networks !== undefined && (
        <section>
          <h2>{t('inNetworks')}</h2>
          <NetworkLinks networks={networks} />
        </section>
      )}
      <MovesTable
        accountRef={accountRef}
        counted={counted}
        onAll={() => {
          setCounted(null);
          setSelected(null);
        }}
        selected={selected?.seq ?? null}
      />
    </>
  );
}

/** Transfers of both, each once. */
function together(a: readonly TimelineItem[], b: readonly TimelineItem[]): TimelineItem[] {
  return [...new Map([...a, ...b].map((item) => [item.seq, item])).values()];
}

function NetworkLinks({ networks }: { networks: readonly string[] }): JSX.Element {
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
