import { useEffect, useState } from 'preact/hooks';
import type { ClassResults, ClassView } from '../../../src/client/classes.ts';
import { api } from '../api.ts';
import { Button } from '../pieces/button.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { useLanguage, useSay } from '../say.ts';
import { EndOfClass } from './desk-page.tsx';
import { ResultRows } from './result-rows.tsx';
import { R } from './result-texts.ts';
import { ResultWords } from './result-words.tsx';
import { saveFile } from './save-file.ts';
import { T } from './texts.ts';
import { Trouble } from './trouble.tsx';

/** Below this nothing is told; the service holds to it, too. */
const LEAST = 5;

interface ResultsProps {
  readonly classKey: string;
  readonly view: ClassView;
}

/** What a class learned, on one page, to read and to print. */
export function ResultsPage({ classKey, view }: ResultsProps) {
  const say = useSay();
  const [results, setResults] = useState<ClassResults>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    api().classes.results(classKey).then(setResults, setError);
  }, [classKey]);
  return (
    <Page title={say(R.title)}>
      <Trouble error={error} />
      {results === undefined && error === undefined ? <p role="status">{say(T.loading)}</p> : null}
      {results === undefined ? null : <Results classKey={classKey} results={results} />}
      <EndOfClass classKey={classKey} view={view} />
    </Page>
  );
}

function Results({
  classKey,
  results,
}: {
  readonly classKey: string;
  readonly results: ClassResults;
}) {
  const say = useSay();
  const language = useLanguage();
  const [error, setError] = useState<unknown>();
  const { measured, learners } = results;
  if (measured < LEAST)
    return (
      <Notice title={say(R.few)}>
        <p>{say(R.fewText)}</p>
      </Notice>
    );
  const download = () =>
    api()
      .classes.rows({ key: classKey, language })
      .then((file) => saveFile('qorgan-class.csv', file, 'text/csv'))
      .catch((problem: unknown) => setError(problem));
  return (
    <>
      <p class="class-reading">{say(R[results.arms.lesson.changes.pre_post.reading])}</p>
      <p class="muted">{say(R.basis, { measured, learners })}</p>
      <ResultRows results={results} />
      <p class="hint">{say(R.interval)}</p>
      <ResultWords results={results} />
      <p class="hint">{say(R.caveat)}</p>
      <Trouble error={error} />
      <div class="buttons no-print">
        <Button onClick={download}>{say(R.csv)}</Button>
        <Button kind="quiet" onClick={() => print()}>
          {say(R.print)}
        </Button>
      </div>
    </>
  );
}
