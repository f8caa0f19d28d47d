import type { Localized } from '../../../src/domain/language.ts';
import type { PageName } from '../pages.ts';
import { Icon, type IconName } from '../pieces/icon.tsx';
import { Page } from '../pieces/page.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { TITLES } from '../titles.ts';
import { Hero } from './hero.tsx';
import { HOME } from './home-texts.ts';

const DOORS = [
  ['check', 'search', HOME.checkText],
  ['train', 'chat', HOME.trainText],
  ['exit', 'lifebuoy', HOME.exitText],
  ['report', 'flag', HOME.reportText],
] as const satisfies readonly (readonly [PageName, IconName, Localized])[];

const MORE = [
  ['law', 'book', HOME.lawText],
  ['held', 'clock', HOME.heldText],
  ['class', 'people', HOME.classText],
  ['figures', 'chart', HOME.figuresText],
] as const satisfies readonly (readonly [PageName, IconName, Localized])[];

export function Home() {
  const say = useSay();
  return (
    <Page title={say(HOME.title)} lead={say(HOME.lead)} wide aside={<Hero />}>
      <ul class="doors">
        {DOORS.map(([name, icon, text]) => (
          <li key={name} class={`door door-${name}`}>
            <Icon name={icon} size={28} />
            <a href={href(name)}>{say(TITLES[name])}</a>
            <p>{say(text)}</p>
          </li>
        ))}
      </ul>
      <section class="who">
        <h2>{say(HOME.whoTitle)}</h2>
        <p>{say(HOME.who)}</p>
      </section>
      <h2>{say(HOME.more)}</h2>
      <ul class="more">
        {MORE.map(([name, icon, text]) => (
          <li key={name}>
            <Icon name={icon} />
            <a href={href(name)}>{say(TITLES[name])}</a>
            <p>{say(text)}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
