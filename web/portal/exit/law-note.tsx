import type { PeopleLaw } from '../../../src/law/people/people-law.ts';
import { VerifiedMark } from '../law/verified-mark.tsx';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { T } from './texts.ts';
import '../law/law.css';

/** What the law says of whoever comes forward, and of age: its words, its mark, and who decides. No promise. */
export function LawNote({
  law,
  isFormal,
}: {
  readonly law: PeopleLaw;
  readonly isFormal: boolean;
}) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      {law.release.map((release) => (
        <div key={release.id} class="card">
          <h3>{release.title[language]}</h3>
          <p>{release.plain[language]}</p>
          <ul>
            {release.conditions.map((condition) => (
              <li key={condition.en}>{condition[language]}</li>
            ))}
          </ul>
          <p>
            <b>{isFormal ? say(T.lawDecidesFormal) : release.decides[language]}</b>
          </p>
          <VerifiedMark rule={release} />
        </div>
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
