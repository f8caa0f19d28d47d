import { useEffect, useRef, useState } from 'react';
import { type Alert, api } from '../api.ts';
import { useMe } from '../session/me.ts';
import { useAway } from './use-away.ts';

/** `paused`: nobody has touched the page for long, and listening would keep the session alive without them. */
export type StreamState = 'open' | 'lost' | 'paused';

interface Hearing {
  /** Alerts as they are now. */
  readonly onAlerts: (alerts: readonly Alert[]) => void;
  /** Some may have been left out: the line was down, or this browser was too slow. */
  readonly onMissed: () => void;
  /** The service does not speak to this session any more. */
  readonly onRefused: () => void;
}

/** Hears alerts as they come, for as long as somebody is there. */
export function useAlertStream(hearing: Hearing): StreamState {
  const [isOpen, setOpen] = useState(true);
  const isAway = useAway();
  // Signed in again is another session, and the line of the old one is dead.
  const { expiresAt } = useMe();
  // The connection stays while what is done with its news changes.
  const hear = useRef(hearing);
  hear.current = hearing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another session opens another line
  useEffect(() => {
    if (isAway) return;
    const news = new Batch((alerts) => hear.current.onAlerts(alerts));
    const stop = api().alerts.stream({
      onAlert: (alert) => news.add(alert),
      onMissed: () => hear.current.onMissed(),
      onRefused: () => hear.current.onRefused(),
      onState: (state) => {
        setOpen(state === 'open');
        // Between the list and the line, and while the line was down, something may have come.
        if (state === 'open') hear.current.onMissed();
      },
    });
    return () => {
      stop();
      news.drop();
    };
  }, [isAway, expiresAt]);
  if (isAway) return 'paused';
  return isOpen ? 'open' : 'lost';
}

/** Every look through a long list costs: what comes together is told together. */
const GATHER_MS = 150;

class Batch {
  readonly #tell: (alerts: readonly Alert[]) => void;
  #alerts: Alert[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (alerts: readonly Alert[]) => void) {
    this.#tell = tell;
  }

  add(alert: Alert): void {
    this.#alerts.push(alert);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell(this.#alerts.splice(0));
    }, GATHER_MS);
  }

  drop(): void {
    clearTimeout(this.#timer);
  }
}
