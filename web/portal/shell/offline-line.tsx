import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../say.ts';
import { SHELL } from './texts.ts';

/** Says that the network is away, and what works without it. */
export function OfflineLine() {
  const say = useSay();
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const changed = () => setOnline(navigator.onLine);
    addEventListener('online', changed);
    addEventListener('offline', changed);
    return () => {
      removeEventListener('online', changed);
      removeEventListener('offline', changed);
    };
  }, []);
  return (
    <div role="status">{online ? null : <p class="offline-line">{say(SHELL.offline)}</p>}</div>
  );
}
