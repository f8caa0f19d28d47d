import { type JSX, useState } from 'react';
import { useFormat } from '../format.ts';
import { DataTable, type TableProps } from './data-table.tsx';
import { useNarrow } from './media.ts';
import { useWords } from './words.ts';

/** Rows drawn before somebody asks for the rest: a great network has thousands. */
const FIRST_ROWS = 40;
/** Cards on a telephone take more room. */
const FIRST_CARDS = 12;

/** A table that starts short and shows more when asked; what is given as children comes when all of it is shown. */
export function Rows<T>({ children, ...props }: TableProps<T>): JSX.Element {
  const words = useWords();
  const format = useFormat();
  const first = useNarrow() ? FIRST_CARDS : FIRST_ROWS;
  const [more, setMore] = useState(0);
  const count = first + more;
  const rest = props.items.length - count;
  return (
    <DataTable {...props} items={props.items.slice(0, count)}>
      {rest > 0 ? (
        <button type="button" className="button" onClick={() => setMore(more + 10 * FIRST_ROWS)}>
          {words('more')} · {format.number(rest)}
        </button>
      ) : (
        children
      )}
    </DataTable>
  );
}
