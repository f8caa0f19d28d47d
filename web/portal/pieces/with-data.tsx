import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type DataName, portalData } from '../data.ts';
import { useSay } from '../say.ts';
import { SHELL } from '../shell/texts.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { Page } from './page.tsx';

interface WithDataProps<T> {
  readonly name: DataName;
  /** Of the page that is drawn with it: a page without its data still says which it is. */
  readonly title?: string;
  readonly children: (data: T) => ComponentChildren;
}

/** Draws with a file of data once it is on the device; where it is not and cannot be fetched, it can be asked for again. */
export function WithData<T>({ name, title, children }: WithDataProps<T>) {
  const say = useSay();
  const [data, setData] = useState<T>();
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    portalData<T>(name).then(
      (found) => setData(found as T),
      () => setFailed(true),
    );
  };
  useEffect(load, [name]);
  if (data !== undefined) return <>{children(data)}</>;
  if (!failed)
    return (
      <p class="loading" role="status">
        {say(SHELL.loading)}
      </p>
    );
  const trouble = (
    <Notice tone="warn" live title={say(SHELL.failedTitle)}>
      <p>{say(SHELL.failed)}</p>
      <Button kind="quiet" onClick={load}>
        {say(SHELL.again)}
      </Button>
    </Notice>
  );
  return title === undefined ? trouble : <Page title={title}>{trouble}</Page>;
}
