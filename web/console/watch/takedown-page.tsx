import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { TakedownDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { Announcements } from '../pieces/announce.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { PostLink } from './campaign-tables.tsx';
import { CaptureItem } from './captures.tsx';
import { GroundNote, Verified } from './ground-note.tsx';
import { PageAddress } from './post-facts.tsx';
import { LabelTag } from './post-marks.tsx';
import { TakedownActs } from './takedown-acts.tsx';
import { TakedownAppeals } from './takedown-appeals.tsx';
import { TakedownLetter } from './takedown-letter.tsx';
import { TakedownState } from './takedown-marks.tsx';
import { Checks, Events } from './takedown-timeline.tsx';
import { useTakedownTexts, useWatchWords } from './texts.ts';
import { useTakedown } from './use-takedowns.ts';

export function TakedownPage(): JSX.Element {
  const { takedownId } = useParams({ from: '/watch/takedowns/$takedownId' });
  return <TakedownOf key={takedownId} takedownId={Number(takedownId)} />;
}

/** One request: what is asked, by what right, with what proof, and what came of it. */
function TakedownOf({ takedownId }: { takedownId: number }): JSX.Element {
  const t = useTakedownTexts();
  const words = useWatchWords();
  const takedown = useTakedown(takedownId);
  const { data } = takedown;
  return (
    <main id="content">
      <nav className="trail">
        <Link className="back" to="/watch/takedowns" search={{}}>
          <Icon name="back" />
          {t('toBoard')}
        </Link>
      </nav>
      <Heading title={words('takedown', { id: takedownId })} />
      {takedown.isPending && <Loading rows={8} />}
      {takedown.isError && <Problem error={takedown.error} retry={() => takedown.refetch()} />}
      {data !== undefined && (
        <>
          <TakedownFigures takedown={data} />
          <TakedownActs takedown={data} />
          <TakedownLetter takedown={data} />
          <div className="two-columns">
            <Evidence takedown={data} />
            <Checks takedown={data} />
          </div>
          <TakedownAppeals takedown={data} />
          <div className="two-columns">
            <Law takedown={data} />
            <Events takedown={data} />
          </div>
        </>
      )}
      <Announcements />
    </main>
  );
}

function TakedownFigures({ takedown }: { takedown: TakedownDetail }): JSX.Element {
  const t = useTakedownTexts();
  const words = useWatchWords();
  const format = useFormat();
  const { post, campaignId, channel, addressee, approvedBy, requestedAt, removedAt } = takedown;
  const { answerDueAt, requestNumber, follows, followedBy, reposts, overdue } = takedown;
  const moment = (label: string, at: number | null): JSX.Element | null =>
    at === null ? null : <Figure label={label}>{format.moment(at)}</Figure>;
  return (
    <>
      <Figures>
        <Figure label={words('takedowns')} note={takedown.wasWrong ? t('wasWrong') : undefined}>
          <TakedownState state={takedown.state} />
        </Figure>
        <Figure label={t('channel')} note={addressee}>
          {channel.title}
        </Figure>
        <Figure label={words('label')}>
          <PostLink postId={post.postId} />
          <LabelTag label={post.label} isSaid />
        </Figure>
        {campaignId !== null && (
          <Figure label={words('campaigns')}>
            <Link to="/watch/campaigns/$campaignId" params={{ campaignId: String(campaignId) }}>
              {words('campaign', { id: campaignId })}
            </Link>
          </Figure>
        )}
        <Figure label={t('draftedBy')} note={format.moment(takedown.createdAt)}>
          {takedown.draftedBy.name}
        </Figure>
        <Figure label={t('approvedBy')} note={requestNumber ?? undefined}>
          {approvedBy?.name ?? <span className="muted">{t('nobodyYet')}</span>}
        </Figure>
        {moment(t('foundAt'), takedown.foundAt)}
        {moment(t('sentAt'), requestedAt)}
        {answerDueAt !== null && (
          <Figure label={t('answerDue')}>
            <span className={overdue ? 'due' : ''}>{format.moment(answerDueAt)}</span>
          </Figure>
        )}
        {moment(t('removedAt'), removedAt)}
      </Figures>
      {post.url !== null && (
        <p className="small takedown-url">
          <PageAddress url={post.url} />
          {post.goneAt !== null && (
            <span className="muted">
              {' '}
              {words('gone')} {format.moment(post.goneAt)}
            </span>
          )}
        </p>
      )}
      <Others label={t('follows')} ids={follows === null ? [] : [follows]} />
      <Others label={t('followedBy')} ids={followedBy} />
      {reposts.length > 0 && (
        <p className="notice post-links">
          <b>{t('reposts')}:</b>
          {reposts.map((postId) => (
            <PostLink key={postId} postId={postId} />
          ))}
        </p>
      )}
    </>
  );
}

function Others({ label, ids }: { label: string; ids: readonly number[] }): JSX.Element | null {
  const words = useWatchWords();
  if (ids.length === 0) return null;
  return (
    <p className="notice post-links">
      <b>{label}:</b>
      {ids.map((id) => (
        <Link key={id} to="/watch/takedowns/$takedownId" params={{ takedownId: String(id) }}>
          {words('takedown', { id })}
        </Link>
      ))}
    </p>
  );
}

function Evidence({ takedown: { capture } }: { takedown: TakedownDetail }): JSX.Element {
  const t = useTakedownTexts();
  return (
    <section data-evidence>
      <h2>{t('evidence')}</h2>
      {capture === null ? (
        <p className="muted">{t('evidenceNone')}</p>
      ) : (
        <ul className="captures">
          <CaptureItem capture={capture} />
        </ul>
      )}
    </section>
  );
}

function Law({ takedown: { ground, terms } }: { takedown: TakedownDetail }): JSX.Element {
  const t = useTakedownTexts();
  return (
    <section>
      <h2>{t('ground')}</h2>
      <div className="panel-told">
        <GroundNote ground={ground} />
      </div>
      {terms.length > 0 && (
        <details className="provision">
          <summary>
            {t('terms')} · {terms.length}
          </summary>
          {terms.map(({ id, title, value, unit, act, article, text, verified }) => (
            <div key={id} className="source-note">
              <h4>
                {title} · {t(unit === 'hours' ? 'hours' : 'days', { n: value })}
              </h4>
              <p>{text}</p>
              <p className="muted">
                {act}, {article}
              </p>
              <Verified verified={verified} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}
