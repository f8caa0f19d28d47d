import {
  type JSX,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { drawnRows, type RowRange, rangeInSight, scrollTo } from './row-window.ts';

export interface RowsHandle {
  /** Scrolls to a row and gives it the focus; the nearest one where there is none of this index. */
  focus: (index: number) => void;
  /** Index of the row with the focus; null when none has it. */
  focused: () => number | null;
}

interface WindowedRowsProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string | number;
  /** One row. What takes the focus in it carries data-row-focus. */
  readonly draw: (item: T) => ReactNode;
  /** CSS pixels. */
  readonly rowHeight: number;
  /** False while there is more than has been fetched. */
  readonly isWhole: boolean;
  readonly onNearEnd: () => void;
  /** Names of the columns, a row of its own that stays in sight. */
  readonly head: ReactNode;
  readonly columns: number;
  readonly ref: Ref<RowsHandle>;
}

/** More is fetched when so few rows are left below. */
const NEAR_END = 40;

/**
 * A table of any length of which only the rows in sight are in the document. It scrolls with the page, keeps the row that
 * has the focus, and tells assistive technology the place of each row in the whole.
 */
export function WindowedRows<T>(props: WindowedRowsProps<T>): JSX.Element {
  const { label, items, keyOf, draw, rowHeight, isWhole, onNearEnd, head, columns, ref } = props;
  const body = useRef<HTMLDivElement>(null);
  const focusedKey = useRef<string | number | null>(null);
  const wanted = useRef<number | null>(null);
  const [range, setRange] = useState<RowRange>({ from: 0, to: 0 });

  const look = useCallback((): void => {
    if (body.current === null) return;
    const { top } = body.current.getBoundingClientRect();
    const next = rangeInSight(items.length, rowHeight, top, innerHeight);
    setRange((known) => (known.from === next.from && known.to === next.to ? known : next));
  }, [items.length, rowHeight]);

  useLayoutEffect(look);
  useEffect(() => {
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [look]);
  useEffect(() => {
    if (!isWhole && range.to > items.length - NEAR_END) onNearEnd();
  }, [isWhole, range.to, items.length, onNearEnd]);

  const rowOf = (index: number): HTMLElement | null =>
    body.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-focus]`) ?? null;
  const settleFocus = (): void => {
    const row = wanted.current === null ? null : rowOf(wanted.current);
    if (row === null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  useLayoutEffect(settleFocus);
  const focusedIndex = (): number | null => {
    const found = items.findIndex((item) => keyOf(item) === focusedKey.current);
    return found < 0 ? null : found;
  };
  useImperativeHandle(ref, () => ({
    focused: focusedIndex,
    focus: (index) => {
      if (body.current === null || items.length === 0) return;
      const row = Math.min(items.length - 1, Math.max(0, index));
      const { top } = body.current.getBoundingClientRect();
      const under = body.current.offsetTop - (body.current.parentElement?.offsetTop ?? 0);
      const bars = under + frameHeight();
      scrollBy({ top: scrollTo(top + row * rowHeight, rowHeight, innerHeight, bars) });
      wanted.current = row;
      look();
      settleFocus();
    },
  }));

  const kept = focusedKey.current === null ? null : focusedIndex();
  return (
    <div
      className="windowed-table"
      role="table"
      aria-label={label}
      aria-rowcount={isWhole ? items.length + 1 : -1}
      aria-colcount={columns}
    >
      {head}
      <div
        ref={body}
        role="rowgroup"
        className="windowed-body"
        style={{ height: items.length * rowHeight }}
        onFocus={(event) => {
          const index = event.target.closest('[data-index]')?.getAttribute('data-index');
          const item = items[Number(index)];
          focusedKey.current = item === undefined ? null : keyOf(item);
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) focusedKey.current = null;
        }}
      >
        {drawnRows(range, kept)
          .filter((index) => index < items.length)
          .map((index) => (
            <div
              key={keyOf(items[index])}
              className="windowed-row"
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
            >
              {draw(items[index])}
            </div>
          ))}
      </div>
    </div>
  );
}

/** The bar above every page stays in sight. */
const frameHeight = (): number => document.querySelector('.frame')?.clientHeight ?? 0;
