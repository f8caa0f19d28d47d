import { discernmentOf } from '../../../src/academy/discernment.ts';
import type { Lessons } from '../../../src/academy/lesson.ts';
import type { LearnerView } from '../../../src/client/classes.ts';
import { Button, ButtonLink } from '../pieces/button.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Page } from '../pieces/page.tsx';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { P } from './pupil-texts.ts';

interface OwnAnswersProps {
  readonly view: LearnerView;
  readonly lessons: Lessons;
  readonly onLeave: () => void;
}

/** How it went, once the study is over: each message with what it was and why. */
export function OwnAnswers({ view, lessons, onLeave }: OwnAnswersProps) {
  const say = useSay();
  return (
    <Page title={say(P.overTitle)} lead={say(P.overLead)}>
      {view.sittings
        .filter(({ answers }) => answers.length > 0)
        .map((sitting) => (
          <OneForm key={sitting.sitting} sitting={sitting} lessons={lessons} />
        ))}
      <div class="buttons">
        <ButtonLink href={href('train')}>{say(P.toTrain)}</ButtonLink>
        <Button kind="quiet" onClick={onLeave}>
          {say(P.leave)}
        </Button>
      </div>
    </Page>
  );
}

function OneForm({
  sitting: { sitting, form, answers },
  lessons: { forms },
}: {
  readonly sitting: LearnerView['sittings'][number];
  readonly lessons: Lessons;
}) {
  const say = useSay();
  const language = useLanguage();
  const items = forms.find((one) => one.form === form)?.items ?? [];
  const judged = answers.flatMap(({ item: id, said }) => {
    const item = items.find((one) => one.id === id);
    return item === undefined ? [] : [{ item, said }];
  });
  const own = discernmentOf(judged.map(({ item, said }) => ({ kind: item.kind, said })));
  return (
    <section>
      <h2>{say(P[sitting])}</h2>
      {own === undefined ? null : (
        <p>
          {say(P.score, {
            hits: own.hits,
            traps: own.traps,
            trusted: own.genuine - own.falseAlarms,
            genuine: own.genuine,
          })}
        </p>
      )}
      <ul class="class-judged">
        {judged.map(({ item, said }) => (
          <li key={item.id}>
            <details>
              <summary>
                <Icon name={said === item.kind ? 'check' : 'cross'} />
                <span>
                  <strong>{say(item.kind === 'trap' ? P.wasTrap : P.wasGenuine)}</strong>,{' '}
                  {say(said === item.kind ? P.youRight : P.youWrong)}
                  <span class="class-cut">{item.text[language]}</span>
                </span>
              </summary>
              <blockquote>{item.text[language]}</blockquote>
              <p>{item.why[language]}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
