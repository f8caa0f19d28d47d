import type { ClassResults } from '../../../src/client/classes.ts';
import { useSay } from '../say.ts';
import { R } from './result-texts.ts';
import { sentencesOf } from './sentences.ts';

/** The same in words: what changed, whether suspicion grew, what stayed, and what the lesson itself did. */
export function ResultWords({ results }: { readonly results: ClassResults }) {
  const say = useSay();
  return (
    <>
      <h2>{say(R.wordsTitle)}</h2>
      <ul class="class-words">
        {sentencesOf(results).map(([text, args]) => (
          <li key={text.en}>{say(text, args)}</li>
        ))}
      </ul>
    </>
  );
}
