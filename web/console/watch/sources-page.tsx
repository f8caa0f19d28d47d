import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { Me, WatchSource } from '../api.ts';
import { useFormat } from '../format.ts';
import { Announcements, announce } from '../pieces/announce.tsx';
import type { Column } from '../pieces/data-table.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Rows } from '../pieces/rows.tsx';
import { Empty, Loading } from '../pieces/states.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { ImportDialog, useTakenWords } from './import-dialog.tsx';
import { PageAddress } from './post-facts.tsx';
import { AddSourceDialog, ChangeSourceDialog } from './source-form.tsx';
import { isAsked, isFile } from './source-kinds.ts';
import { useSourceTexts, useWatchWords } from './texts.ts';
import { useChangeSource, useRunSource, useSources } from './use-sources.ts';
import { POST_READERS, SOURCE_KEEPERS } from './watch-roles.ts';
import { WatchTabs } from './watch-tabs.tsx';

type Asked = { readonly what: 'change' | 'import'; readonly source: WatchSource } | null;

/** Where posts come from, and whether it still works: what fails stands first. */
export function SourcesPage(): JSX.Element {
  const t = useSourceTexts();
  const me = useMe();
  const sources = useSources();
  const [isAdding, setAdding] = useState(false);
  const [asked, setAsked] = useState<Asked>(null);
  const columns = useColumns(setAsked);
  const items = (sources.data?.items ?? []).toSorted(
    (a, b) => Number(b.health === 'failing') - Number(a.health === 'failing'),
  );
  return (
    <main id="content" className="watch-page">
      <WatchTabs here="sources" />
      <Heading title={t('sourcesTitle')}>
        {hasRole(me, SOURCE_KEEPERS) && (
          <button
            type="button"
            className="button primary"
            data-act="add"
            onClick={() => setAdding(true)}
          >
            {t('addSource')}
          </button>
        )}
      </Heading>
      <p className="muted">{t('sourcesAbout')}</p>
      {sources.isPending && <Loading />}
      {sources.isError && <Problem error={sources.error} retry={() => sources.refetch()} />}
      {sources.isSuccess && items.length === 0 && (
        <Empty title={t('sourcesEmpty')}>
          <p>{t('sourcesEmptyAbout')}</p>
        </Empty>
      )}
      {items.length > 0 && (
        <Rows
          caption={t('sourcesTitle')}
          columns={columns}
          items={items}
          keyOf={({ sourceId }) => sourceId}
        />
      )}
      {isAdding && <AddSourceDialog onDone={() => setAdding(false)} />}
      {asked?.what === 'change' && (
        <ChangeSourceDialog source={asked.source} onDone={() => setAsked(null)} />
      )}
      {asked?.what === 'import' && (
        <ImportDialog source={asked.source} onDone={() => setAsked(null)} />
      )}
      <Announcements />
    </main>
  );
}

/** Everybody's sources are kept by who sees all; what citizens tell comes by itself. */
const mayKeep = ({ kind, institutionId }: WatchSource, me: Me): boolean =>
  kind !== 'reports' &&
  hasRole(me, SOURCE_KEEPERS) &&
  (institutionId === null ? me.seesAll : institutionId === me.institution.institutionId);

function useColumns(onAsk: (asked: Asked) => void): Column<WatchSource>[] {
  const t = useSourceTexts();
  const words = useWatchWords();
  const format = useFormat();
  const me = useMe();
  const mayRead = hasRole(me, POST_READERS);
  return [
    {
      id: 'name',
      title: t('sourceName'),
      wide: true,
      cell: ({ sourceId, name, kind, url, institutionId }) => (
        <span className="term" data-source={sourceId}>
          {mayRead ? (
            <Link to="/watch" search={{ source: sourceId, state: 'all' }} title={t('seePosts')}>
              {name}
            </Link>
          ) : (
            <b>{name}</b>
          )}
          <span className="muted">
            {words(`source.${kind}`)}
            {institutionId !== null && ` · ${t('scopeOwn')}`}
          </span>
          {url !== null && <PageAddress url={url} />}
        </span>
      ),
    },
    { id: 'health', title: t('health'), wide: true, cell: (source) => <Health source={source} /> },
    {
      id: 'lastOk',
      title: t('lastOk'),
      cell: ({ lastOkAt }) =>
        lastOkAt === null ? (
          <span className="muted">{t('never')}</span>
        ) : (
          <span className="number">{format.moment(lastOkAt)}</span>
        ),
    },
    { id: 'next', title: t('nextAt'), cell: (source) => <Next source={source} /> },
    {
      id: 'posts',
      title: words('posts'),
      numeric: true,
      cell: ({ posts }) => format.number(posts),
    },
    {
      id: 'unlawful',
      title: t('unlawful'),
      numeric: true,
      cell: ({ posts, unlawful }) =>
        posts === 0
          ? null
          : t('unlawfulOf', { n: format.number(unlawful), share: format.share(unlawful / posts) }),
    },
    {
      id: 'acts',
      title: t('acts'),
      wide: true,
      cell: (source) => (mayKeep(source, me) ? <SourceActs source={source} onAsk={onAsk} /> : null),
    },
  ];
}

function Health({ source }: { source: WatchSource }): JSX.Element {
  const t = useSourceTexts();
  const { health, lastError, failures } = source;
  return (
    <span className="term health">
      <span className={`state-tag health-${health}`}>{t(`health.${health}`)}</span>
      {lastError !== null && (
        <span className="muted">
          {lastError.message}
          {failures > 1 && ` · ${t('failures', { n: failures })}`}
          {lastError.hint !== '' && <br />}
          {lastError.hint}
        </span>
      )}
    </span>
  );
}

const MINUTE_MS = 60_000;

function Next({ source }: { source: WatchSource }): JSX.Element {
  const t = useSourceTexts();
  const format = useFormat();
  const { nextAt, everyMin } = source;
  return (
    <span className="term">
      {nextAt === null ? (
        <span className="muted">{t('byHand')}</span>
      ) : (
        <span className="number">{format.moment(nextAt)}</span>
      )}
      {everyMin !== null && (
        <span className="muted">
          {t('everyShort', { time: format.duration(everyMin * MINUTE_MS) })}
        </span>
      )}
    </span>
  );
}

function SourceActs({
  source,
  onAsk,
}: {
  source: WatchSource;
  onAsk: (asked: Asked) => void;
}): JSX.Element {
  const t = useSourceTexts();
  const said = useTakenWords();
  const run = useRunSource(source);
  const change = useChangeSource(source);
  const { kind, name, state } = source;
  const next = state === 'paused' ? 'active' : 'paused';
  return (
    <span className="source-acts">
      {isAsked(kind) && (
        <button
          type="button"
          className="button"
          data-act="run"
          disabled={run.isPending}
          onClick={() => run.mutate(undefined, { onSuccess: (taken) => announce(said(taken)) })}
        >
          {t(run.isPending ? 'running' : 'runNow')}
        </button>
      )}
      {isFile(kind) && (
        <button
          type="button"
          className="button"
          data-act="import"
          onClick={() => onAsk({ what: 'import', source })}
        >
          {t('importFile')}
        </button>
      )}
      {isAsked(kind) && (
        <button
          type="button"
          className="button"
          data-act={next}
          disabled={change.isPending}
          onClick={() =>
            change.mutate(
              { state: next },
              { onSuccess: () => announce(t(next === 'paused' ? 'paused' : 'resumed', { name })) },
            )
          }
        >
          {t(state === 'paused' ? 'resume' : 'pause')}
        </button>
      )}
      <button
        type="button"
        className="button quiet"
        data-act="change"
        onClick={() => onAsk({ what: 'change', source })}
      >
        {t('change')}
      </button>
      {run.isError && <Problem error={run.error} />}
      {change.isError && <Problem error={change.error} />}
    </span>
  );
}
