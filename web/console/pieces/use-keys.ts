import { useEffect, useRef } from 'react';
import { useSettings } from '../settings.ts';

export type KeyActs = Readonly<Record<string, () => void>>;

const IS_TYPED_INTO =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** Enter is for what has the focus; a row of a list leaves it to its page. */
const IS_ENTERED = ':is(button, a, summary):not([data-row-focus])';

/**
 * Single letters that act on a page; on the keyboards of all three languages alike, for the key and not the letter on it
 * counts. Not while one types, nor while a question is open, nor for who has turned them off.
 *
 * @param acts by KeyboardEvent.code ('KeyJ'), or by the sign itself where it is none of a letter ('?')
 */
export function useKeys(acts: KeyActs): void {
  const { letterKeys } = useSettings();
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    if (!letterKeys) return;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.matches(IS_TYPED_INTO)) return;
      if (event.key === 'Enter' && event.target instanceof Element)
        if (event.target.matches(IS_ENTERED)) return;
      if (document.querySelector('[role=dialog], [role=menu]') !== null) return;
      const act = latest.current[event.key] ?? latest.current[event.code];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [letterKeys]);
}
