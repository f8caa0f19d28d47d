import { useEffect, useState } from 'preact/hooks';
import './figures.css';
import type { FiguresView } from '../../../src/service/portal/figures/figures-view.ts';
import { api } from '../api.ts';
import type { PageProps } from '../pages.ts';
import { Button, ButtonLink } from '../pieces/button.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { momentText, numberText } from '../pieces/plain-words.ts';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { TITLES } from '../titles.ts';
import { Bars } from './bars.tsx';
import { MonthChart, MonthTable } from './months.tsx';
import { END_TEXTS, LABEL_TEXTS, T } from './texts.ts';

/** What the system counts of its own work, for everybody. */
export default function FiguresPage(_: PageProps) {
  const say = useSay();
  const [figures, setFigures] = useState<FiguresView | 'failed'>();
  const load = () => {
    setFigures(undefined);
    api()
      .figures.show()
      .then(setFigures, () => setFigures('failed'));
  };
  useEffect(load, []);
  return (
    <Page title={say(TITLES.figures)} lead={say(T.lead)}>
      {figures === undefined && (
        <p class="loading" role="status">
          {say(T.loading)}
        </p>
      )}
      {figures === 'failed' && (
        <Notice tone="warn" live>
          <p>{say(T.failed)}</p>
          <Button kind="quiet" onClick={load}>
            {say(T.again)}
          </Button>
        </Notice>
      )}
      {typeof figures === 'object' && <Shown figures={figures} />}
    </Page>
  );
}

function Shown({ figures }: { readonly figures: FiguresView }) {
  const say = useSay();
  const { reports, posts, takedowns, holds } = figures;
  const when = momentText(figures.at);
  const isEmpty = [reports.all.all, posts.all, takedowns.all, holds].every((one) => one === null);
  return (
    <>
      {isEmpty ? <Empty /> : <Reports reports={reports} />}
      {posts.all !== null && (
        <>
          <h2>{say(T.posts)}</h2>
          <Bars
            title={say(T.posts)}
            bars={posts.labels.map(({ label, count }) => ({
              ...{ key: label, label: say(LABEL_TEXTS[label]), count },
            }))}
          />
        </>
      )}
      {takedowns.all !== null && (
        <>
          <h2>{say(T.takedowns)}</h2>
          <Bars
            title={say(T.takedowns)}
            bars={takedowns.ends.map(({ end, count }) => ({
              ...{ key: end, label: say(END_TEXTS[end]), count },
            }))}
          />
          {takedowns.medianHours !== null && (
            <p>{say(T.median, { hours: takedowns.medianHours })}</p>
          )}
        </>
      )}
      {holds !== null && <Holds holds={holds} />}
      <Notice title={say(T.why)}>
        <p>{say(T.whyText)}</p>
      </Notice>
      <p class="muted">{say(T.counted, { when })}</p>
    </>
  );
}

function Reports({ reports }: Pick<FiguresView, 'reports'>) {
  const say = useSay();
  const language = useLanguage();
  const { all, received } = reports.all;
  const number = (count: number) => numberText(count, language);
  // A year of hidden months says no more than one line does.
  const isHidden = all === null && reports.months.every((month) => month.all === null);
  if (isHidden)
    return (
      <>
        <h2>{say(T.reports)}</h2>
        <p class="muted">{say(T.reportsFew)}</p>
      </>
    );
  return (
    <>
      <h2>{say(T.reports)}</h2>
      {all !== null && (
        <p>
          {received === null
            ? say(T.reportsAll, { all: number(all) })
            : say(T.reportsText, { all: number(all), read: number(all - received) })}
        </p>
      )}
      <MonthChart months={reports.months} />
      <details>
        <summary>{say(T.table)}</summary>
        <MonthTable {...reports} />
      </details>
    </>
  );
}

function Holds({ holds }: { readonly holds: NonNullable<FiguresView['holds']> }) {
  const say = useSay();
  return (
    <>
      <h2>{say(T.holds)}</h2>
      <Bars
        title={say(T.holds)}
        bars={[
          { key: 'running', label: say(T.running), count: holds.running },
          { key: 'ended', label: say(T.ended), count: holds.ended },
        ]}
      />
      <h2>{say(T.appeals)}</h2>
      <Bars
        title={say(T.appeals)}
        bars={[
          { key: 'waiting', label: say(T.appealsWaiting), count: holds.appealsWaiting },
          { key: 'decided', label: say(T.appealsDecided), count: holds.appealsDecided },
        ]}
      />
    </>
  );
}

/** Nothing can be told yet: a picture of what will stand here, and what one can do. */
function Empty() {
  const say = useSay();
  return (
    <section class="figures-empty card">
      <svg viewBox="0 0 120 48" aria-hidden="true">
        {[14, 24, 18, 32, 26, 40].map((tall, i) => (
          <rect
            key={tall}
            class="figures-hidden"
            x={4 + i * 20}
            y={46 - tall}
            width="12"
            height={tall}
          />
        ))}
      </svg>
      <h2>{say(T.empty)}</h2>
      <p>{say(T.emptyText)}</p>
      <ButtonLink href={href('report')}>{say(TITLES.report)}</ButtonLink>
    </section>
  );
}
