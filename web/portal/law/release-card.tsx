import type { PeopleRelease } from '../../../src/law/people/people-law.ts';
import { useLanguage } from '../say.ts';
import { VerifiedMark } from './verified-mark.tsx';

interface ReleaseCardProps {
  readonly release: PeopleRelease;
  /** Other words of who decides, for a reader who is addressed otherwise. */
  readonly decides?: string;
}

/** What the law says of whoever comes forward: all its conditions, who decides, and its mark. No promise. */
export function ReleaseCard({ release, decides }: ReleaseCardProps) {
  const language = useLanguage();
  return (
    <div class="card">
      <h3>{release.title[language]}</h3>
      <p>{release.plain[language]}</p>
      <ul>
        {release.conditions.map((condition) => (
          <li key={condition.en}>{condition[language]}</li>
        ))}
      </ul>
      <p>
        <b>{decides ?? release.decides[language]}</b>
      </p>
      <VerifiedMark rule={release} />
    </div>
  );
}
