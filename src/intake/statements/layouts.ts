import type { Column } from './columns.ts';

/** What is seen of a sheet once its header is found. */
export interface HeaderTraits {
  readonly columns: ReadonlySet<Column>;
  readonly twoRows: boolean;
  /** The sheet's name is an account, with or without a currency. */
  readonly sheetIsAccount: boolean;
  /** Normalised text of the header of the operation's kind. */
  readonly kindHeader: string;
}

interface Layout {
  readonly name: string;
  readonly has?: readonly Column[];
  readonly lacks?: readonly Column[];
  readonly twoRows?: boolean;
  readonly sheetIsAccount?: boolean;
  readonly kindHeader?: string;
  /** What a kind without any word of direction means in this layout. */
  readonly kindElse?: 'in';
}

const OFFICIAL_18: readonly Column[] = [
  'at',
  'currency',
  'kind',
  'system',
  'amount',
  'amountKzt',
  'payerName',
  'payerId',
  'payerResidency',
  'payerBank',
  'payerAccount',
  'payeeName',
  'payeeId',
  'payeeResidency',
  'payeeBank',
  'payeeAccount',
  'knp',
  'purpose',
];

/**
 * Fingerprints of the layouts that are met, the first that fits names the file's format. They only name it (and
 * say what a silent kind means): every layout is read by the same algorithm. Traits as authors of public
 * parsers describe them.
 */
const LAYOUTS: readonly Layout[] = [
  { name: 'halyk', has: ['credit', 'debit', 'payerAccount', 'payeeAccount'] },
  { name: 'freedom', sheetIsAccount: true, lacks: ['purpose'] },
  { name: 'kaspi', twoRows: true, lacks: ['system', 'credit', 'debit'], kindElse: 'in' },
  { name: 'vtb', kindHeader: 'вид операции кд' },
  { name: 'official-18', has: OFFICIAL_18, lacks: ['credit', 'debit'] },
];

/** The layout's name, and what a kind without a word of direction means there. */
export function layoutOf(traits: HeaderTraits): { name: string; kindElse: 'in' | undefined } {
  const found = LAYOUTS.find(
    (layout) =>
      (layout.has ?? []).every((column) => traits.columns.has(column)) &&
      !(layout.lacks ?? []).some((column) => traits.columns.has(column)) &&
      (layout.twoRows === undefined || layout.twoRows === traits.twoRows) &&
      (layout.sheetIsAccount === undefined || layout.sheetIsAccount === traits.sheetIsAccount) &&
      (layout.kindHeader === undefined || layout.kindHeader === traits.kindHeader),
  );
  return {
    name: found?.name ?? `statement-${traits.columns.size}`,
    kindElse: found?.kindElse,
  };
}
