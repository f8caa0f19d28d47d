import { h } from '../shared/dom.ts';

/** Rows drawn beyond each end of what is seen, so that Tab always finds a next row. */
const BEYOND = 6;

export interface WindowedList<T> {
  element: HTMLElement;
  /** Replaces what is listed. */
  show: (items: readonly T[]) => void;
  /** Scrolls to the row of a key and gives it the focus; false when it is not listed. */
  focusKey: (key: string) => boolean;
}

export interface ListOptions<T> {
  label: string;
  keyOf: (item: T) => string;
  /** Content of one row; it must hold one link or button, which takes the focus. */
  draw: (item: T, index: number) => HTMLElement;
  /** Pixels; a row that is narrower than its text wraps inside this height. */
  rowHeight: () => number;
}

/**
 * A list of any length of which only the rows in sight exist in the document. It scrolls with the page, keeps the
 * row that has the focus, and tells assistive technology the place of each row in the whole.
 */
export function windowedList<T>(options: ListOptions<T>): WindowedList<T> {
  const element = h('ol', { class: 'windowed', 'aria-label': options.label });
  let items: readonly T[] = [];
  let height = 1;
  const rows = new Map<number, HTMLElement>();

  const drop = (index: number): void => {
    rows.get(index)?.remove();
    rows.delete(index);
  };
  const draw = (): void => {
    if (!element.isConnected) return;
    const top = -element.getBoundingClientRect().top;
    const from = Math.max(0, Math.floor(top / height) - BEYOND);
    const to = Math.min(items.length, Math.ceil((top + innerHeight) / height) + BEYOND);
    for (const [index, row] of rows)
      if ((index < from || index >= to) && !row.contains(document.activeElement)) drop(index);
    for (let index = from; index < to; index++) if (!rows.has(index)) place(index);
  };
  const place = (index: number): void => {
    const row = h(
      'li',
      { 'aria-posinset': index + 1, 'aria-setsize': items.length },
      options.draw(items[index], index),
    );
    row.style.transform = `translateY(${index * height}px)`;
    row.style.height = `${height}px`;
    rows.set(index, row);
    // Kept in order, because Tab follows the document and not the picture.
    const after = [...rows.keys()].filter((other) => other > index).sort((a, b) => a - b)[0];
    element.insertBefore(row, after === undefined ? null : (rows.get(after) ?? null));
  };
  const relayout = (): void => {
    for (const index of [...rows.keys()]) drop(index);
    height = options.rowHeight();
    element.style.height = `${items.length * height}px`;
    draw();
  };
  const focusIndex = (index: number): boolean => {
    if (index < 0 || index >= items.length) return false;
    const top = element.getBoundingClientRect().top + scrollY + index * height;
    if (top < scrollY + 120 || top + height > scrollY + innerHeight)
      scrollTo({ top: top - innerHeight / 2 });
    draw();
    rows.get(index)?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
    return true;
  };
  element.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const here = [...rows].find(([, row]) => row.contains(document.activeElement));
    if (here !== undefined && focusIndex(here[0] + step)) event.preventDefault();
  });
  listenWhileShown(element, draw, relayout);
  return {
    element,
    show: (next) => {
      items = next;
      relayout();
    },
    focusKey: (key) => focusIndex(items.findIndex((item) => options.keyOf(item) === key)),
  };
}

/** The page is drawn anew on every change of address: listeners of a list that is gone take themselves away. */
function listenWhileShown(element: HTMLElement, draw: () => void, relayout: () => void): void {
  let shown = false;
  const life = new AbortController();
  const whenAlive = (act: () => void) => (): void => {
    if (element.isConnected) {
      shown = true;
      act();
    } else if (shown) life.abort();
  };
  addEventListener('scroll', whenAlive(draw), { passive: true, signal: life.signal });
  let width = innerWidth;
  const resized = (): void => {
    if (innerWidth === width) draw();
    else {
      width = innerWidth;
      relayout();
    }
  };
  addEventListener('resize', whenAlive(resized), { signal: life.signal });
  // The first drawing needs a place in the document.
  requestAnimationFrame(() => {
    if (!element.isConnected) return;
    shown = true;
    relayout();
  });
}
