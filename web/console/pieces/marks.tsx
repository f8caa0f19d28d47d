import { type JSX, useState } from 'react';
import type { VerdictName } from '../../../src/engine/verdict.ts';
import type { Role } from '../../../src/network/role.ts';
import { ROLE_LABELS, VERDICT_LABELS } from '../../../src/report/labels.ts';
import { useFormat } from '../format.ts';
import { useSettings } from '../settings.ts';
import { RoleIcon } from './icon.tsx';
import { useWords } from './words.ts';

const FIRST_TAGS = 4;

/** A verdict as its sign and its word: colour says it a third time only. */
export function Verdict({ verdict }: { verdict: VerdictName }): JSX.Element {
  const { language } = useSettings();
  return <span className={`verdict verdict-${verdict}`}>{VERDICT_LABELS[verdict][language]}</span>;
}

/** A score from 0 to 100 with a bar beside it. */
export function Meter({ value }: { value: number }): JSX.Element {
  return <Bar share={value / 100} text={String(Math.round(value))} />;
}

/** A share from 0 to 1 as per cent, with a bar beside it. */
export function ShareMeter({ share }: { share: number }): JSX.Element {
  return <Bar share={share} text={useFormat().share(share)} />;
}

function Bar({ share: told, text }: { share: number; text: string }): JSX.Element {
  const share = Math.max(0, Math.min(1, told));
  return (
    <span className="meter">
      <b>{text}</b>
      <svg className="meter-line" viewBox="0 0 52 6" width={52} height={6} aria-hidden="true">
        <rect className="meter-whole" width={52} height={6} rx={3} />
        <rect className="meter-share" width={52 * share} height={6} rx={3} />
      </svg>
    </span>
  );
}

export function RoleTag({ role }: { role: Role }): JSX.Element {
  const { language } = useSettings();
  return (
    <span className="role-tag">
      <RoleIcon role={role} />
      {ROLE_LABELS[role].one[language]}
    </span>
  );
}

/** Words in boxes; where there are many, the first ones, and the rest when asked. */
export function Tags({ words }: { words: readonly string[] }): JSX.Element {
  const t = useWords();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? words : words.slice(0, FIRST_TAGS);
  const rest = words.length - shown.length;
  return (
    <span className="tags">
      {shown.map((word) => (
        <span className="tag" key={word}>
          {word}
        </span>
      ))}
      {rest > 0 && (
        <button type="button" className="tag" onClick={() => setAll(true)}>
          {t('moreTags', { n: rest })}
        </button>
      )}
    </span>
  );
}
