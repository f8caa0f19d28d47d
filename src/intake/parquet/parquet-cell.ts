import type { SchemaTree } from 'hyparquet';
import type { TimeUnit } from '../text/time-bytes.ts';

/** A value of a flat column as the reader gives it. */
export type ParquetCell = string | number | bigint | boolean | Date | Uint8Array | null | undefined;

/** How the values of a column are written as text. */
export interface CellColumn {
  readonly name: string;
  readonly as: 'plain' | 'instant' | 'local' | 'date' | 'decimal';
  /** Decimals of a DECIMAL column. */
  readonly scale: number;
}

/** The flat columns of a schema: lists and records hold no field of a transfer. */
export function cellColumns(schema: SchemaTree): CellColumn[] {
  return schema.children
    .filter(
      ({ children, element }) => children.length === 0 && element.repetition_type !== 'REPEATED',
    )
    .map(({ element }) => ({
      name: element.name,
      as: wayOf(element),
      scale: element.scale ?? 0,
    }));
}

/**
 * A timestamp that is 'adjusted to UTC' is a moment; one that is not is a wall clock, which means Kazakhstan's as in
 * every other format. The older TIMESTAMP_* annotations alone mean moments (Parquet format, LogicalTypes.md).
 */
function wayOf({ type, converted_type, logical_type }: SchemaTree['element']): CellColumn['as'] {
  if (converted_type === 'DECIMAL') return 'decimal';
  if (converted_type === 'DATE' || logical_type?.type === 'DATE') return 'date';
  if (logical_type?.type === 'TIMESTAMP') return logical_type.isAdjustedToUTC ? 'instant' : 'local';
  if (converted_type?.startsWith('TIMESTAMP')) return 'instant';
  return type === 'INT96' ? 'local' : 'plain';
}

/** Unit and clock of a column of times, as its type tells; undefined for other columns. */
export function timeOf(
  column: CellColumn | undefined,
): { unit: TimeUnit; clock?: 'day' } | undefined {
  if (column?.as === 'instant') return { unit: 'ms' };
  if (column?.as === 'local') return { unit: 'iso' };
  return column?.as === 'date' ? { unit: 'iso', clock: 'day' } : undefined;
}

/** The value as text that the row taker reads exactly; '' for null. */
export function cellText(cell: ParquetCell, { as, scale }: CellColumn): string {
  if (typeof cell === 'string') return cell;
  if (cell === null || cell === undefined) return '';
  // The reader multiplies by 10^-scale in floats; rounding to the scale gives the digits back.
  if (typeof cell === 'number') return as === 'decimal' ? cell.toFixed(scale) : String(cell);
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return 'invalid date';
    if (as === 'instant') return String(cell.getTime());
    return cell.toISOString().slice(0, as === 'date' ? 10 : 23);
  }
  return cell instanceof Uint8Array ? Buffer.from(cell).toString('utf8') : String(cell);
}
