import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { wantsMotion } from './motion.ts';

interface LogProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Pixels from the end within which a reader is taken to follow and not to look back. */
const NEAR = 240;

/** The messages; each is read out as it comes, and the newest is in sight unless one has scrolled back to read. */
export function Log({ label, children }: LogProps) {
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef(0);
  useLayoutEffect(() => {
    const log = box.current!;
    const rest = seen.current - log.scrollTop - log.clientHeight;
    const isFirst = seen.current === 0;
    seen.current = log.scrollHeight;
    if (!isFirst && rest > NEAR) return;
    const behavior = isFirst || !wantsMotion() ? 'instant' : 'smooth';
    log.scrollTo({ top: log.scrollHeight, behavior });
    // In a low window the page scrolls and not the log.
    if (!isFirst && log.scrollHeight === log.clientHeight)
      log.firstElementChild?.lastElementChild?.scrollIntoView({ block: 'nearest', behavior });
  });
  return (
    <div class="train-log" role="log" aria-live="polite" aria-label={label} tabindex={0} ref={box}>
      <div class="train-log-inner">{children}</div>
    </div>
  );
}
