import { type JSX, useState } from 'react';
import type { PostDetail, PostRevealed } from '../api.ts';
import { announce } from '../pieces/announce.tsx';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import type { Lit } from './post-text.tsx';
import { usePostTexts, useWatchWords } from './texts.ts';
import { useReveal } from './use-posts.ts';

/** Whom the post leads to, hidden until somebody says why they need it. */
export function PostContacts({
  post,
  revealed,
  onRevealed,
  lit,
  onLit,
}: {
  post: PostDetail;
  revealed: PostRevealed | null;
  onRevealed: (revealed: PostRevealed | null) => void;
  lit: Lit | null;
  onLit: (lit: Lit | null) => void;
}): JSX.Element {
  const t = usePostTexts();
  const words = useWatchWords();
  const [isAsking, setAsking] = useState(false);
  const values = new Map(revealed?.people.map(({ contactId, value }) => [contactId, value]));
  const isLit = (contactId: number): boolean =>
    lit !== null && 'contactId' in lit && lit.contactId === contactId;
  return (
    <section>
      <div className="section-head">
        <h3>
          {words('contacts')} · {post.people.length}
        </h3>
        {post.people.length > 0 &&
          (revealed === null ? (
            <button
              type="button"
              className="button"
              data-act="reveal"
              onClick={() => setAsking(true)}
            >
              {t('reveal')}
            </button>
          ) : (
            <button type="button" className="button" onClick={() => onRevealed(null)}>
              {t('hide')}
            </button>
          ))}
      </div>
      {post.people.length === 0 && <p className="muted">{t('contactsNone')}</p>}
      <ul className="contact-list">
        {post.people.map(({ contactId, kind, shown, posts, stopped }) => (
          <li key={contactId}>
            <span className="muted">{words(`contact.${kind}`)}</span>
            <button
              type="button"
              className="number-link number"
              aria-pressed={isLit(contactId)}
              data-contact={contactId}
              onClick={() => onLit(isLit(contactId) ? null : { contactId })}
            >
              {values.get(contactId) ?? shown}
            </button>
            <span className="muted small">
              {posts > 1 ? t('contactPosts', { n: posts - 1 }) : t('contactOnly')}
              {stopped && ` · ${t('stopped')}`}
            </span>
          </li>
        ))}
      </ul>
      {isAsking && (
        <RevealDialog
          postId={post.postId}
          onRevealed={onRevealed}
          onDone={() => setAsking(false)}
        />
      )}
    </section>
  );
}

function RevealDialog({
  postId,
  onRevealed,
  onDone,
}: {
  postId: number;
  onRevealed: (revealed: PostRevealed) => void;
  onDone: () => void;
}): JSX.Element {
  const t = usePostTexts();
  const reveal = useReveal(postId);
  const send = (reason: string): void =>
    reveal.mutate(reason, {
      onSuccess: (revealed) => {
        onRevealed(revealed);
        announce(t('revealed'));
        onDone();
      },
    });
  return (
    <ReasonDialog
      title={t('reveal')}
      act={t('reveal')}
      about={t('revealAbout')}
      reasonLabel={t('revealReason')}
      least={3}
      sending={reveal}
      onSend={send}
      onDone={onDone}
    />
  );
}
