import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../api.ts';
import { Button } from '../pieces/button.tsx';
import { proveFor } from '../proof/prove-for.ts';
import { go } from '../router.ts';
import { useSay } from '../say.ts';
import { deskPlace } from './class-places.ts';
import { justOpened } from './just-opened.ts';
import { T } from './texts.ts';
import { Trouble } from './trouble.tsx';

/** Opens a class: the browser works for a second, so that nobody opens them by the thousand. */
export function OpenClass() {
  const say = useSay();
  const [control, setControl] = useState(false);
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  const open = async () => {
    const begun = new AbortController();
    work.current = begun;
    const { signal } = begun;
    setError(undefined);
    setShare(0);
    try {
      const proof = await proveFor('class', { signal, progress: setShare });
      const opened = await api().classes.open({ control, proof });
      justOpened.key = opened.key;
      go(deskPlace(opened.key));
      scrollTo(0, 0);
    } catch (problem) {
      setShare(undefined);
      if (!signal.aborted) setError(problem);
    }
  };

  return (
    <section class="card">
      <h2>{say(T.openTitle)}</h2>
      <p>{say(T.openText)}</p>
      <label class="choice">
        <input
          type="checkbox"
          checked={control}
          onChange={(event) => setControl(event.currentTarget.checked)}
        />
        <span>
          {say(T.control)}
          <small>{say(T.controlHint)}</small>
        </span>
      </label>
      <Trouble error={error} />
      {share === undefined ? (
        <Button onClick={open}>{say(T.open)}</Button>
      ) : (
        <div class="class-opening">
          <p>{say(T.opening, { percent: Math.round(share * 100) })}</p>
          <progress max={1} value={share} aria-label={say(T.openTitle)} />
          <Button kind="quiet" onClick={() => work.current?.abort()}>
            {say(T.cancel)}
          </Button>
        </div>
      )}
    </section>
  );
}
