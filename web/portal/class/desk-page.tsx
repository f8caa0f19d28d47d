import { useEffect, useState } from 'preact/hooks';
import type { ClassView } from '../../../src/client/classes.ts';
import { api } from '../api.ts';
import { Button, ButtonLink } from '../pieces/button.tsx';
import { Page } from '../pieces/page.tsx';
import { go, href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { keyOfPlace, screenPlace } from './class-places.ts';
import { spacedCode } from './codes.ts';
import { dayText } from './day-text.ts';
import { D } from './desk-texts.ts';
import { NextStep } from './next-step.tsx';
import { ResultsPage } from './results-page.tsx';
import { SaveLink } from './save-link.tsx';
import { Steps } from './steps.tsx';
import { Sure } from './sure.tsx';
import { T } from './texts.ts';
import { Trouble } from './trouble.tsx';
import { isGone, usePolled } from './use-polled.ts';

/** Where a teacher leads the class through its steps. The key is in the address, behind '#'. */
export function DeskPage() {
  const key = useKeyOfPlace();
  return key === '' ? <NoKey /> : <Desk key={key} classKey={key} />;
}

/** A link with another key may be pasted into the same tab. */
function useKeyOfPlace(): string {
  const [key, setKey] = useState(keyOfPlace);
  useEffect(() => {
    const changed = () => setKey(keyOfPlace());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return key;
}

export function NoKey() {
  const say = useSay();
  return (
    <Page title={say(D.noKeyTitle)} lead={say(D.noKey)}>
      <ButtonLink href={href('class')}>{say(D.toStart)}</ButtonLink>
    </Page>
  );
}

function Desk({ classKey }: { readonly classKey: string }) {
  const say = useSay();
  const { value, error, put } = usePolled(classKey, () => api().classes.look(classKey));
  if (isGone(error))
    return (
      <Page title={say(D.noKeyTitle)}>
        <Trouble error={error} />
        <ButtonLink href={href('class')}>{say(D.toStart)}</ButtonLink>
      </Page>
    );
  if (value === undefined)
    return (
      <Page title={say(D.title)}>
        {error === undefined ? <p role="status">{say(T.loading)}</p> : <Trouble error={error} />}
      </Page>
    );
  if (value.stage === 'over') return <ResultsPage classKey={classKey} view={value} />;
  return <OpenDesk {...{ classKey, error, put }} view={value} />;
}

interface OpenDeskProps {
  readonly classKey: string;
  readonly view: ClassView;
  readonly error: unknown;
  readonly put: (view: ClassView) => void;
}

function OpenDesk({ classKey, view, error, put }: OpenDeskProps) {
  const say = useSay();
  return (
    <Page title={say(D.title)}>
      <SaveLink classKey={classKey} />
      <Trouble error={error} />
      <section class="card class-head">
        <div>
          <h2>{say(D.code)}</h2>
          <p class="class-code">{spacedCode(view.code)}</p>
        </div>
        <Counts view={view} />
        <ButtonLink kind="quiet" href={screenPlace(classKey)}>
          {say(D.screen)}
        </ButtonLink>
      </section>
      <NextStep classKey={classKey} view={view} onView={put} />
      <h2>{say(D.stepsTitle)}</h2>
      <Steps view={view} />
      <EndOfClass classKey={classKey} view={view} />
    </Page>
  );
}

/** How many are in, and how many have finished the form that is open. */
export function Counts({ view: { stage, learners, finished } }: { readonly view: ClassView }) {
  const say = useSay();
  const done = stage === 'pre' || stage === 'post' || stage === 'later' ? finished[stage] : null;
  return (
    <dl class="class-counts">
      <div>
        <dt>{say(D.joined)}</dt>
        <dd data-count="joined">{learners}</dd>
      </div>
      {done === null ? null : (
        <div>
          <dt>{say(D.done)}</dt>
          <dd data-count="done">{done}</dd>
        </div>
      )}
    </dl>
  );
}

/** When it is deleted, and the way to do it now. */
export function EndOfClass({
  classKey,
  view,
}: {
  readonly classKey: string;
  readonly view: ClassView;
}) {
  const say = useSay();
  const language = useLanguage();
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>();
  const remove = () =>
    api()
      .classes.remove(classKey)
      .then(() => go(href('class'), { replace: true }), setError);
  return (
    <section class="class-end no-print">
      <p class="muted">{say(D.ends, { day: dayText(view.endsAt, language) })}</p>
      <Trouble error={error} />
      {asked ? (
        <Sure text={say(D.removeSure)} onYes={remove} onNo={() => setAsked(false)} />
      ) : (
        <Button kind="quiet" onClick={() => setAsked(true)}>
          {say(D.remove)}
        </Button>
      )}
    </section>
  );
}
