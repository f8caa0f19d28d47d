import type { PeopleLaw } from '../../../src/law/people/people-law.ts';
import { ReleaseCard } from '../law/release-card.tsx';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { T } from './texts.ts';
import '../law/law.css';

/** What the law says of whoever comes forward, and of age. */
export function LawNote({
  law,
  isFormal,
}: {
  readonly law: PeopleLaw;
  readonly isFormal: boolean;
}) {
  const say = useSay();
  const language = useLanguage();
  const formal = isFormal ? { decides: say(T.lawDecidesFormal) } : {};
  return (
    <>
      {law.release.map((release) => (
        <ReleaseCard key={release.id} release={release} {...formal} />
      ))}
      {law.ages.map(({ id, title, plain }) => (
        <div key={id}>
          <h3>{title[language]}</h3>
          <p>{plain[language]}</p>
        </div>
      ))}
      <p class="no-print">
        <a href={href('law')}>{say(T.lawMore)}</a>
      </p>
    </>
  );
}
