import type { Held } from '../../../src/client/held.ts';
import { api } from '../api.ts';
import { shortDate } from '../law/numbers.ts';
import { Notice } from '../pieces/notice.tsx';
import { useLanguage, useSay } from '../say.ts';
import { T } from './texts.ts';
import { WordsForm } from './words-form.tsx';

interface AppealProps {
  readonly code: string;
  readonly held: Held;
  readonly onHeld: (held: Held) => void;
}

/** An appeal that was filed, its answer, and a form where one may be filed. */
export function Appeal({ code, held, onHeld }: AppealProps) {
  const say = useSay();
  const { appeal, mayAppeal } = held;
  return (
    <section class="held-part" data-appeal={statusOf(appeal)}>
      {appeal !== null && <Filed held={held} appeal={appeal} />}
      {mayAppeal && (
        <>
          <h2>{say(T.appeal)}</h2>
          <p>{say(T.appealAbout)}</p>
          <WordsForm
            label={say(T.appealText)}
            act={say(T.appealSend)}
            keptAs={`appeal ${code}`}
            send={async (text, proof) => onHeld(await api().held.appeal({ code, text, proof }))}
          />
        </>
      )}
    </section>
  );
}

const statusOf = (appeal: Held['appeal']): string =>
  appeal === null ? 'none' : appeal.decidedOn === null ? 'waits' : 'decided';

interface FiledProps {
  readonly held: Held;
  readonly appeal: NonNullable<Held['appeal']>;
}

function Filed({ held, appeal: { filedOn, decideBy, decidedOn, granted } }: FiledProps) {
  const say = useSay();
  const language = useLanguage();
  const day = (date: string) => shortDate(date, language);
  if (decidedOn === null)
    return (
      <Notice live>
        <p>{say(T.appealFiled, { day: day(filedOn) })}</p>
        {decideBy !== null && <p>{say(T.appealBy, { day: day(decideBy) })}</p>}
      </Notice>
    );
  if (granted === true)
    return (
      <Notice tone="good" live>
        <p>{say(T.appealGranted, { day: day(decidedOn) })}</p>
        {held.mayAppeal && <p>{say(T.appealStillHeld)}</p>}
      </Notice>
    );
  return (
    <Notice tone="warn" live>
      <p>{say(T.appealNot, { day: day(decidedOn) })}</p>
      <p>{say(T.appealNotNext)}</p>
    </Notice>
  );
}
