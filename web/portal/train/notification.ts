import { nextBoosterAt } from './due.ts';
import { recall, remember } from './shelf.ts';

/** Longest a timer of a browser can wait; a round of boosters is due within it. */
const MOST_MS = 2 ** 31 - 1;

export const canNotify = (): boolean => isSecureContext && 'Notification' in window;

export const isNotifying = (): boolean =>
  canNotify() && Notification.permission === 'granted' && recall('notify') === '"yes"';

/** Asks the visitor's browser; only after the visitor asked for it. */
export async function askToNotify(): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  remember('notify', '"yes"');
  return true;
}

/** Shows a reminder when the next round is due, as long as the page is open. @returns a function that gives it up */
export function armReminder(title: string): () => void {
  const at = nextBoosterAt();
  const wait = at === undefined ? 0 : at - Date.now();
  if (!isNotifying() || wait <= 0 || wait > MOST_MS) return () => {};
  const timer = setTimeout(() => void show(title), wait);
  return () => clearTimeout(timer);
}

/** Phones take notifications from the installed worker only. */
async function show(title: string): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration();
  if (worker !== undefined) await worker.showNotification(title, { tag: 'qorgan-booster' });
  else new Notification(title, { tag: 'qorgan-booster' });
}
