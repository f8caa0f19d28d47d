import { type JSX, useMemo } from 'react';
import type { PostDetail } from '../api.ts';
import { markedText, type TextPart } from './marked-text.ts';
import { usePostTexts } from './texts.ts';

type Reasons = PostDetail['read']['reasons'];

/** The text with the words marked that speak for and against, and the contacts in it. */
export function PostText({
  text,
  lang,
  reasons,
  contacts,
  lit,
}: {
  text: string;
  lang: PostDetail['lang'];
  reasons: Reasons;
  contacts: readonly {
    readonly contactId: number;
    readonly starts: number;
    readonly ends: number;
  }[];
  /** The reason or the contact that is looked at; its marks stand out. */
  lit: Lit | null;
}): JSX.Element {
  const parts = useMemo(
    () =>
      markedText(
        text,
        reasons.map(({ spans }) => spans),
        contacts.map(({ contactId, starts, ends }) => ({ contactId, start: starts, end: ends })),
      ),
    [text, reasons, contacts],
  );
  const langOf = lang === 'ru' || lang === 'kk' || lang === 'en' ? lang : undefined;
  return (
    <p className="post-text" lang={langOf} data-post-text>
      {parts.map((part) => (
        <Part key={part.start} part={part} reasons={reasons} lit={lit} />
      ))}
    </p>
  );
}

export type Lit = { readonly reason: number } | { readonly contactId: number };

function Part({
  part,
  reasons,
  lit,
}: {
  part: TextPart;
  reasons: Reasons;
  lit: Lit | null;
}): JSX.Element {
  if (part.reasons.length === 0 && part.contactId === null) return <>{part.text}</>;
  const isAgainst =
    part.reasons.length > 0 && part.reasons.every((reason) => reasons[reason].weight < 0);
  const isLit =
    lit !== null &&
    ('reason' in lit
      ? part.reasons.includes(lit.reason)
      : part.contactId !== null && part.contactId === lit.contactId);
  const kinds = [
    part.reasons.length > 0 && (isAgainst ? 'is-against' : 'is-for'),
    part.contactId !== null && 'is-contact',
    isLit && 'is-lit',
  ].filter(Boolean);
  const title = part.reasons.map((reason) => reasons[reason].title).join('; ');
  return (
    <mark className={kinds.join(' ')} title={title === '' ? undefined : title}>
      {part.text}
    </mark>
  );
}

/** What each kind of mark means. */
export function MarksLegend({
  reasons,
  hasContacts,
}: {
  reasons: Reasons;
  hasContacts: boolean;
}): JSX.Element | null {
  const t = usePostTexts();
  const isMarked = ({ spans }: Reasons[number]): boolean => spans.length > 0;
  const hasFor = reasons.some((one) => isMarked(one) && one.weight >= 0);
  const hasAgainst = reasons.some((one) => isMarked(one) && one.weight < 0);
  if (!hasFor && !hasAgainst && !hasContacts) return null;
  return (
    <p className="marks-legend small">
      <span className="muted">{t('legend')}:</span>
      {hasFor && <mark className="is-for">{t('legendFor')}</mark>}
      {hasAgainst && <mark className="is-against">{t('legendAgainst')}</mark>}
      {hasContacts && <mark className="is-contact">{t('legendContact')}</mark>}
    </p>
  );
}
