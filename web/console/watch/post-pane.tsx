import { type JSX, useState } from 'react';
import type { PostDetail, PostRevealed } from '../api.ts';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { hasRole, useMe } from '../session/me.ts';
import { CapturesOfPost } from './captures.tsx';
import { Decision } from './decision.tsx';
import { PostContacts } from './post-contacts.tsx';
import { PostFacts } from './post-facts.tsx';
import { PostHistory } from './post-history.tsx';
import { HitsOfPost } from './post-hits.tsx';
import { TakedownsOfPost } from './post-leads.tsx';
import { PostMachine } from './post-machine.tsx';
import { LabelTag, StanceWord } from './post-marks.tsx';
import { type Lit, MarksLegend, PostText } from './post-text.tsx';
import { ReportPanel } from './report-panel.tsx';
import { usePostTexts } from './texts.ts';
import { usePost } from './use-posts.ts';
import type { Triage } from './use-triage.ts';
import { POST_REVIEWERS } from './watch-roles.ts';

interface PaneProps {
  readonly postId: number;
  readonly triage: Triage;
  /** Digits choose what is asked for. */
  readonly isAsking: boolean;
  readonly onSave: (post: PostDetail) => void;
}

/** One post beside the queue: what it says scrolls, the place to say what it is stays. */
export function PostPane(props: PaneProps): JSX.Element {
  const { post, wait } = useShownPost(props.postId);
  const marks = usePostMarks();
  return (
    <>
      <div className="post-pane-body">
        {wait}
        {post !== undefined && (
          <>
            <PostWords post={post} marks={marks} />
            <PostParts post={post} marks={marks} />
          </>
        )}
      </div>
      {post !== undefined && <DecisionFor post={post} {...props} />}
    </>
  );
}

/** One post as a page: the words, the decision, and then all else. */
export function PostSheet(props: PaneProps): JSX.Element {
  const { post, wait } = useShownPost(props.postId);
  const marks = usePostMarks();
  return (
    <>
      {wait}
      {post !== undefined && (
        <>
          <PostWords post={post} marks={marks} />
          <DecisionFor post={post} {...props} />
          <PostParts post={post} marks={marks} />
        </>
      )}
    </>
  );
}

/** A post once it has come; what to show until then, or instead. */
function useShownPost(postId: number): {
  readonly post: PostDetail | undefined;
  readonly wait: JSX.Element | null;
} {
  const post = usePost(postId);
  if (post.isError)
    return { post: post.data, wait: <Problem error={post.error} retry={() => post.refetch()} /> };
  return { post: post.data, wait: post.isPending ? <Loading rows={6} /> : null };
}

interface PostMarks {
  readonly revealed: PostRevealed | null;
  readonly setRevealed: (revealed: PostRevealed | null) => void;
  readonly lit: Lit | null;
  readonly setLit: (lit: Lit | null) => void;
}

/** What its reader has opened and looks at just now. */
function usePostMarks(): PostMarks {
  const [revealed, setRevealed] = useState<PostRevealed | null>(null);
  const [lit, setLit] = useState<Lit | null>(null);
  return { revealed, setRevealed, lit, setLit };
}

function DecisionFor({
  post,
  triage,
  isAsking,
  onSave,
}: PaneProps & { post: PostDetail }): JSX.Element {
  const t = usePostTexts();
  const me = useMe();
  if (!hasRole(me, POST_REVIEWERS)) return <p className="notice decision">{t('mayNotLabel')}</p>;
  return <Decision post={post} triage={triage} isAsking={isAsking} onSave={() => onSave(post)} />;
}

interface PartProps {
  readonly post: PostDetail;
  readonly marks: PostMarks;
}

function PostWords({ post, marks: { revealed, lit } }: PartProps): JSX.Element {
  const t = usePostTexts();
  return (
    <>
      <p className="machine-head" data-said={post.said?.label ?? ''}>
        <LabelTag label={post.label} isSaid={post.said !== null} />
        <StanceWord stance={post.stance} />
        <span className="muted small">{t(post.said === null ? 'machineSaid' : 'personSaid')}</span>
      </p>
      <PostText
        text={revealed?.text ?? post.text}
        lang={post.lang}
        read={revealed === null ? post.read : null}
        contacts={revealed?.people ?? post.people}
        lit={lit}
      />
      <MarksLegend read={post.read} hasContacts={post.people.length > 0} />
    </>
  );
}

function PostParts({ post, marks }: PartProps): JSX.Element {
  const { revealed, setRevealed, lit, setLit } = marks;
  return (
    <div className="post-parts">
      {post.source.kind === 'reports' && <ReportPanel postId={post.postId} />}
      <PostMachine post={post} lit={lit} onLit={setLit} />
      <PostContacts
        post={post}
        revealed={revealed}
        onRevealed={setRevealed}
        lit={lit}
        onLit={setLit}
      />
      <HitsOfPost postId={post.postId} />
      <PostFacts post={post} />
      <CapturesOfPost post={post} />
      <TakedownsOfPost post={post} />
      <PostHistory post={post} />
    </div>
  );
}
