import type { JSX, ReactNode } from 'react';

export interface Column<T> {
  readonly id: string;
  readonly title: string;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** Takes the whole width of a card on a telephone. */
  readonly wide?: boolean;
  /** null: nothing to say; a card leaves it out. */
  readonly cell: (item: T) => ReactNode;
}

export interface TableProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string | number;
  readonly rowProps?: (item: T) => Record<string, unknown>;
  /** Stands under the rows. */
  readonly children?: ReactNode;
}

/** Rows as a table; on a telephone each row is a card that names its fields. Roles are said aloud, for cards are no table. */
export function DataTable<T>(props: TableProps<T>): JSX.Element {
  const { caption, columns, items, keyOf, rowProps, children } = props;
  return (
    <div className="table-part">
      <section className="table-box" tabIndex={0} aria-label={caption}>
        <table className="data" role="table">
          <caption className="unseen">{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ id, title, numeric }) => (
                <th key={id} scope="col" role="columnheader" className={classOf(numeric)}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {items.map((item) => (
              <tr key={keyOf(item)} role="row" {...rowProps?.(item)}>
                {columns.map((column, i) => (
                  <Cell key={column.id} column={column} item={item} isHead={i === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {children}
    </div>
  );
}

const classOf = (numeric = false, wide = false, blank = false): string =>
  [numeric && 'numeric', wide && 'wide', blank && 'blank'].filter(Boolean).join(' ');

function Cell<T>({
  column,
  item,
  isHead,
}: {
  column: Column<T>;
  item: T;
  isHead: boolean;
}): JSX.Element {
  const { title, numeric, wide, cell } = column;
  const content = cell(item);
  const isBlank = content === null;
  const shared = { className: classOf(numeric, wide, isBlank), 'data-label': title };
  return isHead ? (
    <th scope="row" role="rowheader" {...shared}>
      {content}
    </th>
  ) : (
    <td role="cell" {...shared}>
      {isBlank ? '—' : content}
    </td>
  );
}
