import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type JSX, useMemo } from 'react';
import { api, type Trace } from '../api.ts';
import { useFormat } from '../format.ts';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { flowOfTrace } from './flow-network-of.ts';
import { FlowPicture } from './flow-picture.tsx';
import { useNetworkTexts } from './texts.ts';
import { TRACE_LABELS } from './trace-labels.ts';
import { parseTrace, type TraceStart, traceQuery } from './trace-start.ts';
import { TracedAccounts, TracedTransfers } from './trace-tables.tsx';

/** Where the money of a transfer or of an account went, or where it came from. */
export function TracePage(): JSX.Element {
  const t = useNetworkTexts();
  const start = useSearch({ from: '/trace' });
  const trace = useQuery({
    queryKey: ['trace', start],
    queryFn: () => api().accounts.trace(traceQuery(start)),
    placeholderData: keepPreviousData,
  });
  const { data } = trace;
  const whence = t(start.transfer === undefined ? 'traceOfAccount' : 'traceOfTransfer');
  return (
    <main id="content">
      <Heading title={`${t('trace')} ${whence}`} />
      <TraceForm start={start} />
      {trace.isPending && <Loading rows={8} />}
      {trace.isError && <Problem error={trace.error} retry={() => trace.refetch()} />}
      {data !== undefined && <Traced trace={data} direction={start.direction} />}
    </main>
  );
}

function Traced({
  trace,
  direction,
}: {
  trace: Trace;
  direction: TraceStart['direction'];
}): JSX.Element {
  const t = useNetworkTexts();
  const format = useFormat();
  const flow = useMemo(() => flowOfTrace(trace, direction), [trace, direction]);
  const names = useMemo(
    () => new Map(trace.accounts.map(({ account }) => [String(account.ref), account.name])),
    [trace],
  );
  return (
    <>
      <Figures>
        <Figure label={t('started')}>{format.money(trace.startedMinor)}</Figure>
        <Figure label={t('accounts')}>{format.number(trace.accounts.length)}</Figure>
        <Figure label={t('cut')} note={t('cutAbout')}>
          {format.number(trace.cut)}
        </Figure>
      </Figures>
      {trace.incomplete && <p className="notice">{t('incomplete')}</p>}
      {flow.edges.length === 0 ? (
        <p className="notice">{t('traceNone')}</p>
      ) : (
        <FlowPicture network={flow} names={names} roles={TRACE_LABELS} hasScores={false} />
      )}
      <TracedAccounts trace={trace} direction={direction} />
      <TracedTransfers trace={trace} names={names} />
    </>
  );
}

function TraceForm({ start }: { start: TraceStart }): JSX.Element {
  const t = useNetworkTexts();
  const navigate = useNavigate();
  const set = (part: Record<string, unknown>): void => {
    void navigate({
      to: '/trace',
      search: parseTrace({ ...start, ...part }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <form className="filters" aria-label={t('trace')} onSubmit={(event) => event.preventDefault()}>
      <label className="field">
        <span>{t('direction')}</span>
        <select
          name="direction"
          value={start.direction}
          onChange={(event) => set({ direction: event.target.value })}
        >
          <option value="down">{t('down')}</option>
          <option value="up">{t('up')}</option>
        </select>
      </label>
      <label className="field">
        <span>{t('hops')}</span>
        <select
          name="hops"
          value={start.hops ?? 8}
          onChange={(event) => set({ hops: event.target.value })}
        >
          {[1, 2, 3, 4, 5, 6, 7, 8].map((n) => (
            <option key={n}>{n}</option>
          ))}
        </select>
      </label>
      <label className="field field-min">
        <span>{t('floor')}</span>
        <input
          name="floor"
          type="number"
          min={0}
          step={1_000}
          placeholder="0"
          defaultValue={start.floor === undefined ? '' : start.floor / 100}
          onBlur={(event) => set({ floor: Math.round(Number(event.target.value) * 100) })}
          onKeyDown={(event) => {
            if (event.key === 'Enter')
              set({ floor: Math.round(Number(event.currentTarget.value) * 100) });
          }}
        />
      </label>
    </form>
  );
}
