import { type JSX, useState } from 'react';
import { api } from '../api.ts';
import { useFormat } from '../format.ts';
import { Tags } from '../pieces/marks.tsx';
import { Problem } from '../pieces/problem.tsx';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import { Loading } from '../pieces/states.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { AskedPicture } from './page-picture.tsx';
import { ReportMutes } from './report-mutes.tsx';
import { ReportQuestion } from './report-question.tsx';
import { useReportTexts, useWatchWords } from './texts.ts';
import { type ReportActs, type ShownReport, useReport, useReportActs } from './use-report.ts';
import { POST_REVIEWERS } from './watch-roles.ts';

/** What a citizen told beside the words of the post: story, pictures, talk, and the way to mute who abuses it. */
export function ReportPanel({ postId }: { postId: number }): JSX.Element {
  const t = useReportTexts();
  const me = useMe();
  const report = useReport(postId);
  const acts = useReportActs(postId);
  const mayAct = hasRole(me, POST_REVIEWERS);
  return (
    <section data-report>
      <h3>{t('title')}</h3>
      <p className="muted small">{t('about')}</p>
      {report.isPending && <Loading rows={2} />}
      {report.isError && <Problem error={report.error} retry={() => report.refetch()} />}
      {report.data !== undefined && (
        <>
          <ReportFacts report={report.data} />
          <ReportPictures report={report.data} />
          <ReportTalk report={report.data} acts={acts} />
          {mayAct && <ReportQuestion ask={acts.ask} />}
          <ReportMutes report={report.data} acts={acts} mayAct={mayAct} />
        </>
      )}
    </section>
  );
}

const STORIES = ['offer', 'drug_offer', 'gave_already', 'victim', 'other'] as const;

function ReportFacts({ report: { at, story, state, asks } }: { report: ShownReport }): JSX.Element {
  const t = useReportTexts();
  const words = useWatchWords();
  const format = useFormat();
  return (
    <dl className="told panel-told post-facts">
      <div>
        <dt>{t('came')}</dt>
        <dd className="number">{format.moment(at)}</dd>
      </div>
      <div>
        <dt>{t('story')}</dt>
        <dd>{t(`story.${STORIES.find((one) => one === story) ?? 'other'}`)}</dd>
      </div>
      {asks.length > 0 && (
        <div>
          <dt>{t('asks')}</dt>
          <dd>
            <Tags words={asks.map((ask) => words(`ask.${ask}`))} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('state')}</dt>
        <dd>{t(`state.${state}`)}</dd>
      </div>
    </dl>
  );
}

function ReportPictures({ report: { pictures } }: { report: ShownReport }): JSX.Element | null {
  const t = useReportTexts();
  if (pictures.length === 0) return null;
  return (
    <>
      <h4>{t('pictures')}</h4>
      {pictures.map(({ pictureId, width, height }, i) => (
        <div key={pictureId} className="report-picture">
          <p className="small">{t('pictureN', { n: i + 1, width, height })}</p>
          <AskedPicture about={t('picturesAbout')} load={() => pictureOf(pictureId)} />
        </div>
      ))}
    </>
  );
}

const pictureOf = async (pictureId: number): Promise<ImageBitmap> =>
  createImageBitmap(await api().reportTalk.picture(pictureId));

function ReportTalk({ report, acts }: { report: ShownReport; acts: ReportActs }): JSX.Element {
  const t = useReportTexts();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { reveal } = acts;
  const fromReporter = report.messages.some(({ by }) => by === null);
  const shown = reveal.data?.messages ?? [];
  return (
    <>
      <div className="section-head">
        <h4>{t('talk')}</h4>
        {fromReporter && shown.length < report.messages.length && (
          <button
            type="button"
            className="button"
            data-act="reveal-talk"
            onClick={() => setAsking(true)}
          >
            {t('reveal')}
          </button>
        )}
      </div>
      {report.messages.length === 0 && <p className="muted">{t('talkNone')}</p>}
      <ol className="events report-talk">
        {report.messages.map(({ at, by, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages are only added at the end
          <li key={i}>
            <span className="number">{format.moment(at)}</span>
            <div>
              <b>{by ?? t('reporter')}</b>
              <blockquote>{shown[i]?.text ?? text}</blockquote>
            </div>
          </li>
        ))}
      </ol>
      {isAsking && (
        <ReasonDialog
          title={t('reveal')}
          act={t('reveal')}
          about={t('revealAbout')}
          least={3}
          sending={reveal}
          onSend={(reason) => reveal.mutate(reason, { onSuccess: () => setAsking(false) })}
          onDone={() => setAsking(false)}
        />
      )}
    </>
  );
}
