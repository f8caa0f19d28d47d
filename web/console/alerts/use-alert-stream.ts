import { useEffect, useRef, useState } from 'react';
import { type Alert, api } from '../api.ts';
import { useAway } from './use-away.ts';

/** `paused`: nobody has touched the page for long, and listening would keep the session alive without them. */
export type StreamState = 'open' | 'lost' | 'paused';

/**
 * Hears alerts as they come. `onMissed` is called when some may have been left out: after a broken connection, or when this
 * browser was too slow.
 */
export function useAlertStream(
  onAlerts: (alerts: readonly Alert[]) => void,
  onMissed: () => void,
): StreamState {
  const [isOpen, setOpen] = useState(true);
  const isAway = useAway();
  // The connection stays while what is done with its news changes.
  const hear = useRef({ onAlerts, onMissed });
  hear.current = { onAlerts, onMissed };
  useEffect(() => {
    if (isAway) return;
    const stop = api().alerts.stream({
      onAlert: (alert) => hear.current.onAlerts([alert]),
      onMissed: () => hear.current.onMissed(),
      onState: (state) => setOpen(state === 'open'),
    });
    return stop;
  }, [isAway]);
  if (isAway) return 'paused';
  return isOpen ? 'open' : 'lost';
}
