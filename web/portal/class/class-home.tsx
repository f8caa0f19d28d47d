import type { Localized } from '../../../src/domain/language.ts';
import { ButtonLink } from '../pieces/button.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Page } from '../pieces/page.tsx';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { TITLES } from '../titles.ts';
import { CLASS_PAGES } from './class-places.ts';
import { OpenClass } from './open-class.tsx';
import { T } from './texts.ts';

const STEPS = [T.step1, T.step2, T.step3, T.step4] as const;

/** As the service names them. */
const MATERIALS = [
  ['lesson-20', T.lesson20],
  ['lesson-40', T.lesson40],
  ['parents', T.parents],
  ['poster-card-is-you', T.posterCard],
  ['poster-check-then-decide', T.posterCheck],
  ['poster-way-back', T.posterBack],
] as const satisfies readonly (readonly [string, Localized])[];

export function ClassHome() {
  const say = useSay();
  const language = useLanguage();
  return (
    <Page title={say(TITLES.class)} lead={say(T.lead)}>
      <div class="class-doors">
        <OpenClass />
        <section class="card">
          <h2>{say(T.pupilTitle)}</h2>
          <ButtonLink kind="quiet" href={href('class', CLASS_PAGES.join)}>
            {say(T.pupilDoor)}
          </ButtonLink>
        </section>
      </div>
      <h2>{say(T.stepsTitle)}</h2>
      <ol class="class-how">
        {STEPS.map((step) => (
          <li key={step.en}>{say(step)}</li>
        ))}
      </ol>
      <h2>{say(T.printTitle)}</h2>
      <p class="muted">{say(T.printText)}</p>
      <ul class="class-prints">
        {MATERIALS.map(([name, title]) => (
          <li key={name}>
            <a href={`/v1/materials/${name}?language=${language}`} target="_blank" rel="noreferrer">
              <Icon name="print" />
              <span>{say(title)}</span>
            </a>
          </li>
        ))}
      </ul>
      <h2>{say(T.keptTitle)}</h2>
      <p>{say(T.kept)}</p>
    </Page>
  );
}
