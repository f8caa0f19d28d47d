import { type JSX, useSyncExternalStore } from 'react';

/** What has just been done, said once: on the screen for a while, and aloud. */
let said = { text: '', id: 0 };
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const SHOWN_MS = 6_000;

export function announce(text: string): void {
  const id = said.id + 1;
  clearTimeout(timer);
  timer = setTimeout(() => tell({ text: '', id }), SHOWN_MS);
  tell({ text, id });
}

function tell(next: typeof said): void {
  said = next;
  for (const listener of listeners) listener();
}

function onSaid(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcements(): JSX.Element {
  const { text, id } = useSyncExternalStore(onSaid, () => said);
  return (
    <div className="announcements" role="status" aria-live="polite">
      {text !== '' && (
        <p key={id} className="announcement">
          {text}
        </p>
      )}
    </div>
  );
}
