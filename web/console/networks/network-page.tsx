import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type JSX, useMemo } from 'react';
import { api, type NetworkDetail } from '../api.ts';
import { CasesOf } from '../cases/cases-of.tsx';
import { useFormat } from '../format.ts';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { ShareMeter, Tags } from '../pieces/marks.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useRules } from '../pieces/use-rules.ts';
import { useWords } from '../pieces/words.ts';
import { hasRole, useMe } from '../session/me.ts';
import { useSettings } from '../settings.ts';
import { CampaignsOfNetwork } from '../watch/campaigns-of-network.tsx';
import { POST_READERS } from '../watch/watch-roles.ts';
import { flowOfNetwork } from './flow-network-of.ts';
import { FlowPicture } from './flow-picture.tsx';
import { EdgesTable, MembersTable } from './network-tables.tsx';
import { dayOf, daysFrom, endOf, type NetworkTime, startOf } from './network-time.ts';
import { RoleCounts } from './networks-page.tsx';
import { useNetworkTexts } from './texts.ts';

/** One network: its story, the picture of its money, its members and every flow between them. */
export function NetworkPage(): JSX.Element {
  const t = useNetworkTexts();
  const words = useWords();
  const me = useMe();
  const { language } = useSettings();
  const { networkId } = useParams({ from: '/networks/$networkId' });
  const time = useSearch({ from: '/networks/$networkId' });
  const network = useQuery({
    queryKey: ['networks', 'one', networkId, time, language],
    queryFn: () => api().networks.one(networkId, time),
    placeholderData: keepPreviousData,
  });
  const { data } = network;
  return (
    <main id="content">
      <nav className="trail">
        <Link className="back" to="/networks">
          <Icon name="back" />
          {t('toNetworks')}
        </Link>
      </nav>
      <Heading title={words('network', { id: networkId })} />
      {network.isPending && <Loading rows={8} />}
      {network.isError && <Problem error={network.error} retry={() => network.refetch()} />}
      {data !== undefined && (
        <>
          <NetworkHead network={data} />
          <CasesOf
            origin={{ kind: 'network', ref: networkId, title: words('network', { id: networkId }) }}
          />
          <TimeFilter network={data} time={time} />
          <Picture network={data} />
          {hasRole(me, POST_READERS) && <CampaignsOfNetwork networkId={networkId} />}
          <MembersTable network={data} />
          <EdgesTable network={data} />
        </>
      )}
    </main>
  );
}

function NetworkHead({ network }: { network: NetworkDetail }): JSX.Element {
  const t = useNetworkTexts();
  const format = useFormat();
  const rules = useRules();
  return (
    <>
      <p className="lead">{network.story ?? <span className="muted">{t('storyHidden')}</span>}</p>
      <Figures>
        <Figure label={t('moved')}>{format.money(network.harmMinor)}</Figure>
        <Figure label={t('certainty')}>
          <ShareMeter share={network.certainty} />
        </Figure>
        <Figure
          label={t('members')}
          note={network.hidden > 0 ? t('hidden', { n: network.hidden }) : undefined}
        >
          <RoleCounts roles={network.roles} />
        </Figure>
        <Figure label={t('period')}>{format.period(network.from, network.to)}</Figure>
        <Figure label={t('foundAt')}>{format.moment(network.foundAt)}</Figure>
        <Figure label={t('typology')}>
          <Tags words={network.typologies.map(rules.typology)} />
        </Figure>
      </Figures>
    </>
  );
}

function Picture({ network }: { network: NetworkDetail }): JSX.Element {
  const t = useNetworkTexts();
  const flow = useMemo(() => flowOfNetwork(network), [network]);
  const names = useMemo(
    () => new Map(network.accounts.map(({ account }) => [String(account.ref), account.name])),
    [network],
  );
  if (flow.edges.length === 0) return <p className="notice">{t('timeEmpty')}</p>;
  return <FlowPicture network={flow} names={names} />;
}

/** Days of the network's time; money that moved outside of them leaves the picture and the sums. */
function TimeFilter({ network, time }: { network: NetworkDetail; time: NetworkTime }): JSX.Element {
  const t = useNetworkTexts();
  const navigate = useNavigate();
  const first = dayOf(network.from);
  const last = dayOf(network.to);
  const from = time.from === undefined ? first : dayOf(time.from);
  const to = time.to === undefined ? last : dayOf(time.to - 1);
  const go = (fromDay: string, toDay: string): void => {
    const search = {
      ...(fromDay > first && { from: startOf(fromDay) }),
      ...(toDay < last && { to: endOf(toDay) }),
    } as NetworkTime;
    void navigate({
      to: '/networks/$networkId',
      params: { networkId: network.networkId },
      search,
      replace: true,
      resetScroll: false,
    });
  };
  const isPart = time.from !== undefined || time.to !== undefined;
  return (
    <form className="filters" aria-label={t('time')} onSubmit={(event) => event.preventDefault()}>
      <label className="field">
        <span>{t('dayFrom')}</span>
        <select name="from" value={from} onChange={(event) => go(event.target.value, to)}>
          <Days from={first} to={to} />
        </select>
      </label>
      <label className="field">
        <span>{t('dayTo')}</span>
        <select name="to" value={to} onChange={(event) => go(from, event.target.value)}>
          <Days from={from} to={last} />
        </select>
      </label>
      {isPart && (
        <button type="button" className="button quiet" onClick={() => go(first, last)}>
          {t('wholeTime')}
        </button>
      )}
    </form>
  );
}

/** Days to choose from, as the reader writes them; a field of type date speaks the browser's language and not theirs. */
function Days({ from, to }: { from: string; to: string }): JSX.Element[] {
  const format = useFormat();
  return daysFrom(from, to).map((day) => (
    <option key={day} value={day}>
      {format.date(startOf(day) ?? 0)}
    </option>
  ));
}
