import type { Lessons, Scene, Tell } from '../../../src/academy/lesson.ts';
import type { PlayView } from '../../../src/academy/play.ts';
import { Button, ButtonLink } from '../pieces/button.tsx';
import { Notice } from '../pieces/notice.tsx';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { DEBRIEF } from './debrief-texts.ts';
import { Frame } from './frame.tsx';
import { ListenButton } from './listen-button.tsx';
import { isPlayed, usePast } from './past.ts';
import { nextScene } from './scene-order.ts';
import { Score } from './score.tsx';
import { MOVE_WORDS } from './word-texts.ts';

interface DebriefProps {
  readonly scene: Scene;
  /** A play that has ended. */
  readonly view: PlayView;
  readonly lessons: Lessons;
  readonly onAgain: () => void;
}

const VERDICTS = {
  trap: { took: DEBRIEF.trapTook, declined: DEBRIEF.trapDeclined },
  genuine: { took: DEBRIEF.genuineTook, declined: DEBRIEF.genuineDeclined },
} as const;

/** What it was, what was chosen, what could be seen, and what to do when it happens. */
export function Debrief({ scene, view, lessons, onAgain }: DebriefProps) {
  const say = useSay();
  const past = usePast();
  const decision = view.decision ?? 'declined';
  const isTrap = scene.kind === 'trap';
  const next = nextScene(lessons.scenes, (id) => isPlayed(past, id), scene.id);
  const title = say(VERDICTS[scene.kind][decision]);
  const lesson = view.ending === undefined ? '' : say(view.ending.lesson);
  return (
    <Frame title={title}>
      <Notice tone={isTrap ? 'warn' : 'good'} title={say(isTrap ? DEBRIEF.trap : DEBRIEF.genuine)}>
        <p>{lesson}</p>
        {isTrap && decision === 'took' ? <p>{say(DEBRIEF.calm)}</p> : null}
      </Notice>
      <ListenButton text={heard([title, lesson, ...tellTexts(scene, say)])} />
      <h2>{say(DEBRIEF.chosen)}</h2>
      <Chosen view={view} />
      <h2>{say(isTrap ? DEBRIEF.tellsTrap : DEBRIEF.tellsGenuine)}</h2>
      <ul class={`train-tells train-tells-${scene.kind}`}>
        {scene.debrief.tells.map((tell) => (
          <TellRow key={tell.quote.ru} tell={tell} lessons={lessons} />
        ))}
      </ul>
      <h2>{say(isTrap ? DEBRIEF.genuineWould : DEBRIEF.genuineWas)}</h2>
      <p>{say(scene.debrief.genuine)}</p>
      <h2>{say(DEBRIEF.now)}</h2>
      <p>{say(scene.debrief.now)}</p>
      {isTrap ? (
        <p>
          <a href={href('exit')}>{say(DEBRIEF.exit)}</a>
        </p>
      ) : null}
      <Score />
      <div class="buttons">
        {next === undefined ? null : (
          <ButtonLink href={href('train', next.id)}>{say(DEBRIEF.nextScene)}</ButtonLink>
        )}
        <Button kind="quiet" onClick={onAgain}>
          {say(DEBRIEF.again)}
        </Button>
        <ButtonLink kind="quiet" href={href('train')}>
          {say(DEBRIEF.allScenes)}
        </ButtonLink>
      </div>
    </Frame>
  );
}

function Chosen({ view }: { readonly view: PlayView }) {
  const say = useSay();
  const language = useLanguage();
  const own = view.bubbles.filter(({ from }) => from === 'player');
  return (
    <ol class="train-chosen">
      {own.map(({ text, turn }, i) => (
        <li key={turn}>
          <span lang={language}>{say(text)}</span>
          <small>{say(MOVE_WORDS[view.moves[i]!])}</small>
        </li>
      ))}
    </ol>
  );
}

function TellRow({ tell, lessons }: { readonly tell: Tell; readonly lessons: Lessons }) {
  const say = useSay();
  const language = useLanguage();
  const technique = tell.technique === null ? undefined : lessons.techniques[tell.technique];
  return (
    <li class="card">
      <blockquote lang={language}>{say(tell.quote)}</blockquote>
      {technique === undefined ? null : <p class="train-tag">{say(technique.name)}</p>}
      <p>{say(tell.why)}</p>
      {technique === undefined ? null : (
        <p class="muted">
          <b>{say(DEBRIEF.answer)}:</b> {say(technique.answer)}
        </p>
      )}
    </li>
  );
}

const heard = (parts: readonly string[]): string => parts.join('. ');

const tellTexts = (scene: Scene, say: ReturnType<typeof useSay>): string[] =>
  scene.debrief.tells.flatMap(({ quote, why }) => [say(quote), say(why)]);
