import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type JSX, useEffect, useMemo, useRef } from 'react';
import type { CaseDetail } from '../../../src/client/cases.ts';
import { api } from '../api.ts';
import { useFormat } from '../format.ts';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { useNow } from '../pieces/time-left.tsx';
import { useMe } from '../session/me.ts';
import { useSettings } from '../settings.ts';
import { CaseDesk } from './case-desk.tsx';
import { CaseRoleTag, CaseState, NextDue, TlpMark } from './case-marks.tsx';
import { DraftPaper } from './draft-paper.tsx';
import { svgFile } from './picture/picture-file.ts';
import { layOut, NO_LAYOUT } from './picture/places.ts';
import { sceneOf } from './picture/scene.ts';
import { usePictureWords } from './picture/use-picture-words.ts';
import { Deadlines } from './tasks-part.tsx';
import { useCaseWords, useMoneyTexts, usePageTexts, usePeopleTexts } from './texts.ts';
import { useCase, useDraft, useEntities, useTimeline } from './use-cases.ts';
import { useWhat } from './use-what.ts';

const ENTRIES_MOST = 200;

/** The case on paper, always in light colours: summary, picture, timeline, draft of the qualification. */
export function CasePrintPage(): JSX.Element {
  const { caseId } = useParams({ from: '/cases/$caseId/print' });
  const t = usePageTexts();
  const words = useCaseWords();
  const one = useCase(Number(caseId));
  const { data } = one;
  return (
    <main id="content" className="paper-page">
      <nav className="trail no-print">
        <Link className="back" to="/cases/$caseId" params={{ caseId }} search={{}}>
          <Icon name="back" />
          {t('toCase')}
        </Link>
        <button
          type="button"
          className="button primary"
          data-act="print"
          onClick={() => window.print()}
        >
          <Icon name="print" />
          {t('printNow')}
        </button>
      </nav>
      {data === undefined && <h1>{words('case')}</h1>}
      {one.isPending && <Loading rows={8} />}
      {one.isError && <Problem error={one.error} retry={() => one.refetch()} />}
      {data !== undefined && (
        <CaseDesk one={data}>
          <Paper one={data} />
        </CaseDesk>
      )}
    </main>
  );
}

function Paper({ one }: { one: CaseDetail }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const format = useFormat();
  const me = useMe();
  const now = useNow();
  return (
    <article className="paper" data-paper>
      <p className="case-number">
        <b className="number">{one.number}</b>
        <CaseState state={one.state} />
        <TlpMark tlp={one.tlp} />
        <span className="muted">{t('printedAt', { at: format.moment(now), name: me.name })}</span>
      </p>
      <Heading title={one.title} />
      <Figures>
        <Figure label={words('reach')}>{format.money(one.reachMinor)}</Figure>
        <Figure label={words('harm')}>{format.money(one.harmMinor)}</Figure>
        <Figure label={words('assignee')}>{one.assignee?.name ?? words('nobody')}</Figure>
        <Figure label={words('nextDue')}>
          <NextDue dueAt={one.nextDueAt} now={now} />
        </Figure>
      </Figures>
      <section>
        <h2>{t('deadlines')}</h2>
        <Deadlines />
      </section>
      <PaperPeople caseId={one.caseId} />
      <PaperMoney one={one} />
      <PaperTimeline caseId={one.caseId} />
      <PaperDraft caseId={one.caseId} />
    </article>
  );
}

function PaperPeople({ caseId }: { caseId: number }): JSX.Element {
  const t = usePeopleTexts();
  const m = useMoneyTexts();
  const format = useFormat();
  const { data } = useEntities(caseId);
  return (
    <section>
      <h2>{t('parties')}</h2>
      <table className="paper-table">
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{m('role')}</th>
            <th scope="col">{t('taxNumber')}</th>
            <th scope="col" className="numeric">
              {m('came')}
            </th>
            <th scope="col" className="numeric">
              {m('left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(data?.parties ?? []).map(({ id, name, role, taxNumber, inMinor, outMinor }) => (
            <tr key={id}>
              <th scope="row">{name ?? t('unnamed')}</th>
              <td>
                <CaseRoleTag role={role} />
              </td>
              <td className="number">{taxNumber ?? '—'}</td>
              <td className="numeric">{format.money(inMinor)}</td>
              <td className="numeric">{format.money(outMinor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The picture as it is saved, in the page. */
function PaperMoney({ one }: { one: CaseDetail }): JSX.Element {
  const m = useMoneyTexts();
  const format = useFormat();
  const { language } = useSettings();
  const wordsOf = usePictureWords();
  const place = useRef<HTMLDivElement>(null);
  const { data } = useQuery({
    queryKey: ['cases', 'graph', one.caseId, 'paper', language],
    queryFn: () => api().caseViews.graph(one.caseId),
  });
  const scene = useMemo(
    () =>
      data === undefined ? null : sceneOf(data.nodes, data.edges, layOut(NO_LAYOUT, data).places),
    [data],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: words are those of the language
  useEffect(() => {
    if (place.current === null || scene === null || data === undefined) return;
    const period = format.period(data.from ?? 0, data.to ?? 0);
    const text = svgFile(scene, wordsOf(scene, one.number, period));
    const drawn = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    drawn.removeAttribute('width');
    drawn.removeAttribute('height');
    drawn.setAttribute('role', 'img');
    place.current.replaceChildren(drawn);
  }, [scene, language, one.number]);
  return (
    <section>
      <h2>{m('title')}</h2>
      {scene !== null && scene.nodes.length === 0 && <p className="muted">{m('nothing')}</p>}
      <div ref={place} className="paper-picture" data-paper-picture />
    </section>
  );
}

function PaperTimeline({ caseId }: { caseId: number }): JSX.Element {
  const t = usePageTexts();
  const format = useFormat();
  const what = useWhat();
  const timeline = useTimeline(caseId, { order: 'oldest' }, ENTRIES_MOST);
  const page = timeline.data?.pages[0];
  return (
    <section>
      <h2>{t('tab.timeline')}</h2>
      {page !== undefined && page.next !== null && (
        <p className="muted">{t('firstOnly', { n: ENTRIES_MOST })}</p>
      )}
      <table className="paper-table" data-paper-timeline>
        <tbody>
          {(page?.items ?? []).map((entry) => (
            <tr key={entry.entryId}>
              <td className="number">{format.moment(entry.at)}</td>
              <th scope="row">{what(entry)}</th>
              <td>
                {entry.from !== null && entry.to !== null && (
                  <>
                    {entry.from.name} → {entry.to.name}
                    <br />
                  </>
                )}
                {entry.text} {entry.by !== null && <span className="muted">{entry.by}</span>}
              </td>
              <td className="numeric">
                {entry.amountMinor === null ? '' : format.money(entry.amountMinor)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PaperDraft({ caseId }: { caseId: number }): JSX.Element {
  const t = usePageTexts();
  const draft = useDraft(caseId, true);
  return (
    <section data-paper-draft>
      <h2>{t('draft')}</h2>
      {draft.isPending && <Loading rows={4} />}
      {draft.isError && <Problem error={draft.error} retry={() => draft.refetch()} />}
      {draft.data !== undefined && <DraftPaper text={draft.data.text} />}
    </section>
  );
}
