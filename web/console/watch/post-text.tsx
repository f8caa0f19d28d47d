import { type JSX, useMemo } from 'react';
import type { PostDetail } from '../api.ts';
import { markedText, type TextPart } from './marked-text.ts';
import { isAlarming } from './reason-tone.ts';
import { usePostTexts } from './texts.ts';

type Read = PostDetail['read'];

const NO_REASONS: Read['reasons'] = [];

/** The text with the words marked that speak for and against, and the contacts in it. */
export function PostText({
  text,
  lang,
  read,
  contacts,
  lit,
}: {
  text: string;
  lang: PostDetail['lang'];
  /** null: the text is not the one that was read. */
  read: Read | null;
  contacts: readonly {
    readonly contactId: number;
    readonly starts: number;
    readonly ends: number;
  }[];
  /** The reason or the contact that is looked at; its marks stand out. */
  lit: Lit | null;
}): JSX.Element {
  const reasons = read?.reasons ?? NO_REASONS;
  const alarms = reasons.map(({ weight }) => isAlarming(weight, read?.label ?? 'legit'));
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
        <Part key={part.start} part={part} reasons={reasons} alarms={alarms} lit={lit} />
      ))}
    </p>
  );
}

export type Lit = { readonly reason: number } | { readonly contactId: number };

function Part({
  part,
  reasons,
  alarms,
  lit,
}: {
  part: TextPart;
  reasons: Read['reasons'];
  alarms: readonly boolean[];
  lit: Lit | null;
}): JSX.Element {
  if (part.reasons.length === 0 && part.contactId === null) return <>{part.text}</>;
  const isCalm = part.reasons.length > 0 && part.reasons.every((reason) => !alarms[reason]);
  const isLit =
    lit !== null &&
    ('reason' in lit
      ? part.reasons.includes(lit.reason)
      : part.contactId !== null && part.contactId === lit.contactId);
  const kinds = [
    part.reasons.length > 0 && (isCalm ? 'is-calm' : 'is-alarm'),
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
  read,
  hasContacts,
}: {
  read: Read;
  hasContacts: boolean;
}): JSX.Element | null {
  const t = usePostTexts();
  const tones = read.reasons
    .filter(({ spans }) => spans.length > 0)
    .map(({ weight }) => isAlarming(weight, read.label));
  const hasAlarm = tones.includes(true);
  const hasCalm = tones.includes(false);
  if (!hasAlarm && !hasCalm && !hasContacts) return null;
  return (
    <p className="marks-legend small">
      <span className="muted">{t('legend')}:</span>
      {hasAlarm && <mark className="is-alarm">{t('alarming')}</mark>}
      {hasCalm && <mark className="is-calm">{t('reassuring')}</mark>}
      {hasContacts && <mark className="is-contact">{t('legendContact')}</mark>}
    </p>
  );
}
