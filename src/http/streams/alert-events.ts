import type { AlertFeed } from '../../service/alerts/alert-feed.ts';
import type { AlertView } from '../../service/alerts/alert-row.ts';
import type { Scope } from '../../store/store.ts';

export interface AlertEvents {
  readonly feed: AlertFeed;
  readonly scope: Scope;
  /** Gives the listener's place back. */
  readonly leave: () => void;
  /** Ends it: the client has gone, or the server stops. */
  readonly gone: AbortSignal;
  readonly heartbeatMs: number;
  readonly listenMs: number;
}

/** Events that wait for a slow client; past them it is told that it missed some. */
const WAITING_MOST = 1_000;
/** A client whose connection ended comes back after this. */
const RETRY_MS = 3_000;

/**
 * Server-sent events (HTML Living Standard, section 9.2): `alert` with an alert as it is now, `missed` when the client was
 * too slow and has to read the list. A comment now and then shows that the connection lives. Ends after `listenMs`, so that
 * the rights of who listens are looked at again when they come back.
 */
export async function* alertEvents(events: AlertEvents): AsyncGenerator<string> {
  const { feed, scope, leave, gone, heartbeatMs, listenMs } = events;
  const waiting: AlertView[] = [];
  let missed = false;
  let woken = Promise.withResolvers<void>();
  const wake = (): void => woken.resolve();
  const stopListening = feed.listen(scope, (alerts) => {
    waiting.push(...alerts);
    if (waiting.length > WAITING_MOST) {
      waiting.length = 0;
      missed = true;
    }
    wake();
  });
  const beat = setInterval(wake, heartbeatMs);
  const until = performance.now() + listenMs;
  gone.addEventListener('abort', wake);
  try {
    yield `retry: ${RETRY_MS}\n\n`;
    while (!gone.aborted && performance.now() < until) {
      await woken.promise;
      woken = Promise.withResolvers();
      const alerts = waiting.splice(0);
      if (missed) yield 'event: missed\ndata: {}\n\n';
      missed = false;
      yield alerts.length === 0 ? ': alive\n\n' : alerts.map(eventOf).join('');
    }
  } finally {
    clearInterval(beat);
    stopListening();
    leave();
    gone.removeEventListener('abort', wake);
  }
}

const eventOf = (alert: AlertView): string =>
  `event: alert\nid: ${alert.lastSeq}\ndata: ${JSON.stringify(alert)}\n\n`;
