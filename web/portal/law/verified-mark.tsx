import type { Shown } from '../../../src/law/people/people-law.ts';
import { Icon } from '../pieces/icon.tsx';
import { useLanguage, useSay } from '../say.ts';
import { MARKS } from './mark-texts.ts';
import { shortDate } from './numbers.ts';

interface VerifiedMarkProps {
  readonly rule: Shown;
  /** The source stands open: where an answer rests on this rule alone. */
  readonly isOpen?: boolean;
}

/** Where a rule stands, which edition was read, and whether a person compared it with the text: never left out. */
export function VerifiedMark({ rule, isOpen = false }: VerifiedMarkProps) {
  const say = useSay();
  const language = useLanguage();
  const { verified, act, article, edition, source } = rule;
  const isChecked = verified !== 'no';
  return (
    <div class={`law-mark ${isChecked ? 'law-mark-yes' : ''}`}>
      <p>
        <Icon name={isChecked ? 'check' : 'info'} size={18} />
        <span>
          {isChecked
            ? say(MARKS.yes, { by: verified.by, on: shortDate(verified.on, language) })
            : say(MARKS.no)}{' '}
          {edition !== 'none' && say(MARKS.editionOf, { date: shortDate(edition, language) })}
        </span>
      </p>
      <details open={isOpen}>
        <summary>{say(MARKS.source)}</summary>
        <p>
          {act[language]}, {say(MARKS.article, { article })}.
        </p>
        <p>
          {edition === 'none'
            ? say(MARKS.unread)
            : say(MARKS.edition, { date: shortDate(edition, language) })}
        </p>
        <p lang="en">{source}</p>
      </details>
    </div>
  );
}
