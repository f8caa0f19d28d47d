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
import { usePostTexts } from './texts.ts';
import { usePost } from './use-posts.ts';
import type { Triage } from './use-triage.ts';
import { POST_REVIEWERS } from './watch-roles.ts';

/** One post with all that helps to say what it is, and the place to say it. */
export function PostPane({
  postId,
  triage,
  isAsking,
  onSave,
}: {
  postId: number;
  triage: Triage;
  isAsking: boolean;
  onSave: (post: PostDetail) => void;
}): JSX.Element {
  const t = usePostTexts();
  const me = useMe();
  const post = usePost(postId);
  const { data } = post;
  return (
    <>
      <div className="post-pane-body">
        {post.isPending && <Loading rows={6} />}
        {post.isError && <Problem error={post.error} retry={() => post.refetch()} />}
        {data !== undefined && <PostBody post={data} />}
      </div>
      {data !== undefined &&
        (hasRole(me, POST_REVIEWERS) ? (
          <Decision post={data} triage={triage} isAsking={isAsking} onSave={() => onSave(data)} />
        ) : (
          <p className="notice decision">{t('mayNotLabel')}</p>
        ))}
    </>
  );
}

function PostBody({ post }: { post: PostDetail }): JSX.Element {
  const t = usePostTexts();
  const [revealed, setRevealed] = useState<PostRevealed | null>(null);
  const [lit, setLit] = useState<Lit | null>(null);
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
        reasons={revealed === null ? post.read.reasons : []}
        contacts={revealed?.people ?? post.people}
        lit={lit}
      />
      <MarksLegend reasons={post.read.reasons} hasContacts={post.people.length > 0} />
      <div className="post-parts">
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
    </>
  );
}
