import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { ROLES } from '../../../src/network/role.ts';
import { ROLE_LABELS } from '../../../src/report/labels.ts';
import { api, type Network } from '../api.ts';
import { useFormat } from '../format.ts';
import { Heading } from '../pieces/heading.tsx';
import { RoleIcon } from '../pieces/icon.tsx';
import { ShareMeter, Tags } from '../pieces/marks.tsx';
import { MoreButton } from '../pieces/more-button.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { useRules } from '../pieces/use-rules.ts';
import { useWords } from '../pieces/words.ts';
import { useSettings } from '../settings.ts';
import { useNetworkTexts } from './texts.ts';

const PAGE = 50;

/** Networks, the most harmful first. */
export function NetworksPage(): JSX.Element {
  const t = useNetworkTexts();
  const { language } = useSettings();
  const list = useInfiniteQuery({
    queryKey: ['networks', 'list', language],
    queryFn: ({ pageParam }) =>
      api().networks.list({ limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main id="content">
      <Heading title={t('title')} />
      <p className="muted">{t('about')}</p>
      {list.isPending && <Loading />}
      {list.isError && <Problem error={list.error} retry={() => list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <Empty title={t('emptyTitle')}>
          <p>{t('emptyAbout')}</p>
        </Empty>
      )}
      <ol className="network-list">
        {items.map((network) => (
          <li key={network.networkId}>
            <NetworkRow network={network} />
          </li>
        ))}
      </ol>
      <MoreButton query={list} />
    </main>
  );
}

function NetworkRow({ network }: { network: Network }): JSX.Element {
  const t = useNetworkTexts();
  const words = useWords();
  const format = useFormat();
  const rules = useRules();
  const { networkId, story } = network;
  return (
    <Link
      className="row network-row"
      to="/networks/$networkId"
      params={{ networkId }}
      search={{}}
      data-key={networkId}
    >
      <span className="rank">
        <span className="unseen">{words('network', { id: networkId })}</span>
        <span aria-hidden="true">{networkId}</span>
      </span>
      <span className="row-text">
        <span className="story">{story ?? <span className="muted">{t('storyHidden')}</span>}</span>
        <Tags words={network.typologies.slice(0, 3).map(rules.typology)} />
      </span>
      <span className="row-sum">
        <b>{format.moneyShort(network.harmMinor)}</b>
        <span className="muted">{format.period(network.from, network.to)}</span>
      </span>
      <span className="row-side">
        <span className="labelled">
          <span className="muted">{t('certainty')}</span>
          <ShareMeter share={network.certainty} />
        </span>
        <RoleCounts roles={network.roles} />
      </span>
    </Link>
  );
}

/** How many members have each role, in the order the money takes. */
export function RoleCounts({ roles }: { roles: Network['roles'] }): JSX.Element {
  const { language } = useSettings();
  return (
    <span className="role-counts">
      {ROLES.filter((role) => (roles[role] ?? 0) > 0).map((role) => {
        const label = ROLE_LABELS[role].many[language];
        return (
          <span key={role} title={label}>
            <RoleIcon role={role} />
            {roles[role]}
            <span className="unseen"> {label}</span>
          </span>
        );
      })}
    </span>
  );
}
