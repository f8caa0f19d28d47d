import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PAGES, type PageName, type PageProps } from '../pages.ts';
import { Button } from '../pieces/button.tsx';
import { Page } from '../pieces/page.tsx';
import type { Place } from '../router.ts';
import { useSay } from '../say.ts';
import { SHELL } from './texts.ts';

interface LazyPageProps {
  readonly name: PageName;
  readonly place: Place;
}

/** A page of a file of its own: while it comes, its place is kept; where it does not come, it can be asked for again. */
export function LazyPage({ name, place }: LazyPageProps) {
  const say = useSay();
  const [Loaded, setLoaded] = useState<ComponentType<PageProps>>();
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  const load = () => {
    setFailed(false);
    PAGES[name]().then(
      (file) => setLoaded(() => file.default),
      () => {
        setFailed(true);
        setTries((before) => before + 1);
      },
    );
  };
  // With a network and twice in vain: the service has newer pages than the one that asks, which no asking brings.
  const again = () => (tries > 1 && navigator.onLine ? location.reload() : load());
  useEffect(load, [name]);
  if (Loaded !== undefined) return <Loaded place={place} />;
  if (!failed)
    return (
      <p class="loading" role="status">
        {say(SHELL.loading)}
      </p>
    );
  return (
    <Page title={say(SHELL.failedTitle)} lead={say(SHELL.failed)}>
      <Button onClick={again}>{say(SHELL.again)}</Button>
    </Page>
  );
}
