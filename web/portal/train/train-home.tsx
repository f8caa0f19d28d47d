import type { Scene } from '../../../src/academy/lesson.ts';
import { ButtonLink } from '../pieces/button.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { TITLES } from '../titles.ts';
import { isBoosterDue } from './due.ts';
import { EXERCISES } from './exercises.ts';
import { ForgetButton } from './forget-button.tsx';
import { usePast } from './past.ts';
import { REMINDER } from './reminder-texts.ts';
import { Reminders } from './reminders.tsx';
import { SceneList } from './scene-list.tsx';
import { Score } from './score.tsx';
import { SimpleSwitch } from './simple-switch.tsx';
import { T } from './texts.ts';

/** Everything there is to practise, and how it went so far. */
export function TrainHome({ scenes }: { readonly scenes: readonly Scene[] }) {
  const say = useSay();
  const { simple } = usePast();
  return (
    <div class={simple ? 'train-simple' : ''}>
      <Page title={say(TITLES.train)} lead={say(T.lead)}>
        {isBoosterDue() ? (
          <Notice title={say(REMINDER.due)}>
            <ButtonLink href={href('train', EXERCISES.booster)}>{say(REMINDER.start)}</ButtonLink>
          </Notice>
        ) : null}
        <SimpleSwitch />
        <SceneList scenes={scenes} />
        <h2>{say(T.more)}</h2>
        <ul class="doors">
          <li class="door">
            <Icon name="search" size={28} />
            <a href={href('train', EXERCISES.eye)}>{say(T.eye)}</a>
            <p>{say(T.eyeText)}</p>
          </li>
          <li class="door">
            <Icon name="chat" size={28} />
            <a href={href('train', EXERCISES.booster)}>{say(T.booster)}</a>
            <p>{say(T.boosterText)}</p>
          </li>
        </ul>
        <Score />
        <Reminders />
        <ForgetButton />
      </Page>
    </div>
  );
}
