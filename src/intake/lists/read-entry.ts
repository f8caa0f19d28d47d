import { hideCards } from '../../domain/card.ts';
import { fail, ok, type Problem, type Result } from '../../domain/errors/catalogue.ts';
import {
  type AccountNaming,
  type ExactKey,
  exactKey,
  type SaidKind,
} from '../../screening/lists/exact-key.ts';
import type {
  Birth,
  FaultEffect,
  ListEntry,
  ListedName,
  ListFault,
} from '../../screening/lists/list-entry.ts';
import { type ListField, partyOf } from './list-columns.ts';
import { readBirth, readBound } from './list-day.ts';
import type { ToldCell, ToldRow } from './told-row.ts';

/** What became of a row: an entry, or none; and what of the row was not taken as it stands. */
export interface RowReading {
  readonly entry: ListEntry | undefined;
  readonly faults: readonly ListFault[];
}

const LONGEST_NAME = 500;
/** Of a reason, an id or a part of a name. */
const LONGEST_WORDS = 500;
/** Remarks of the UN list run to some 4,000 characters. */
const LONGEST_NOTE = 16_000;
/** Identifiers and names kept of one entry: the longest of the UN list has some forty names. */
const MOST_OF_A_KIND = 200;

const KEYS = new Set<ListField>([
  'iin_or_bin',
  'account',
  'card',
  'phone',
  'document',
  'wallet',
  'handle',
]);

const NAMES = {
  name: 'main',
  original_name: 'original',
  alias: 'good',
  weak_alias: 'low',
} as const;

/**
 * Reads one row. A cell that cannot be read is left out and named, and the row stands with what is left; a row without a
 * single identifier and without a name is refused, and so is one whose period is unclear: an entry must not be in force
 * for ever because of a slip.
 */
export function readEntry(row: ToldRow, naming?: AccountNaming): RowReading {
  const reader = new EntryReader(row, naming);
  const entry = reader.read();
  return { entry, faults: reader.faults };
}

class EntryReader {
  readonly faults: ListFault[] = [];
  readonly #row: ToldRow;
  readonly #naming: AccountNaming | undefined;
  readonly #keys = new Map<string, ExactKey>();
  readonly #names: ListedName[] = [];
  readonly #births: Birth[] = [];
  readonly #countries: string[] = [];
  readonly #single: Partial<Record<ListField, string>> = {};
  #saidParty: ListEntry['party'] | undefined;
  #isPeriodClear = true;
  #since: number | undefined;
  #until: number | undefined;

  constructor(row: ToldRow, naming: AccountNaming | undefined) {
    this.#row = row;
    this.#naming = naming;
  }

  read(): ListEntry | undefined {
    for (const cell of this.#row.cells) if (!isNothing(cell.text)) this.#take(cell);
    if (!this.#isPeriodClear) return undefined;
    this.#nameOfParts();
    if (this.#since !== undefined && this.#until !== undefined && this.#until <= this.#since)
      return this.#refuse('QRG_LIST_PERIOD');
    if (this.#keys.size === 0 && this.#names.length === 0) return this.#refuse('QRG_LIST_NOBODY');
    const { id, reason, note } = this.#single;
    return {
      ...(id !== undefined && { sourceId: id }),
      party: this.#party(),
      keys: [...this.#keys.values()],
      names: this.#names,
      births: this.#births,
      countries: this.#countries,
      ...(reason !== undefined && { reason }),
      ...(note !== undefined && { note }),
      ...(this.#since !== undefined && { since: this.#since }),
      ...(this.#until !== undefined && { until: this.#until }),
    };
  }

  #take(cell: ToldCell): void {
    const { field, text } = cell;
    if (KEYS.has(field)) for (const one of severalOf(text)) this.#takeKey(cell, one);
    else if (field === 'since' || field === 'until') this.#takeBound(cell, field);
    else if (field === 'birth') for (const one of severalOf(text)) this.#takeBirth(cell, one);
    else if (field === 'country') this.#keep(cell, this.#countries, severalOf(text));
    else if (field in NAMES) this.#takeNames(cell, NAMES[field as keyof typeof NAMES]);
    else if (field === 'party') this.#takeParty(cell);
    else this.#takeSingle(cell);
  }

  #takeKey(cell: ToldCell, text: string): void {
    const full = this.#keys.size >= MOST_OF_A_KIND;
    const key = full ? fail('QRG_LIST_MANY') : exactKey(cell.field as SaidKind, text, this.#naming);
    if (!key.ok) {
      this.#fault(cell.column, key.problem, 'cell_left_out');
      return;
    }
    const { kind, value, zerosRestored } = key.value;
    this.#keys.set(`${kind}\0${value}`, { kind, value });
    if (zerosRestored !== undefined)
      this.#fault(
        cell.column,
        problem('QRG_LIST_ZEROS', { count: zerosRestored }),
        'cell_restored',
      );
  }

  #takeBound(cell: ToldCell, bound: 'since' | 'until'): void {
    const at = readBound(cell.text, bound);
    if (!at.ok) {
      this.#fault(cell.column, at.problem, this.#isPeriodClear ? 'row_refused' : 'cell_left_out');
      this.#isPeriodClear = false;
    } else if (bound === 'since') this.#since = at.value;
    else this.#until = at.value;
  }

  #takeBirth(cell: ToldCell, text: string): void {
    const birth = readBirth(text);
    if (birth.ok) this.#keep(cell, this.#births, [birth.value]);
    else this.#fault(cell.column, birth.problem, 'cell_left_out');
  }

  #takeSingle({ field, column, text }: ToldCell): void {
    const kept = fitting(text, field === 'note' ? LONGEST_NOTE : LONGEST_WORDS);
    if (kept.ok) this.#single[field] = kept.value;
    else this.#fault(column, kept.problem, 'cell_left_out');
  }

  /** A main name may hold any sign; aliases come several in a cell. */
  #takeNames(cell: ToldCell, quality: ListedName['quality']): void {
    const texts = quality === 'main' ? [cell.text] : cell.text.split(/[;|\n]/);
    for (const text of texts) {
      if (isNothing(text)) continue;
      const name = fitting(text, LONGEST_NAME);
      if (name.ok) this.#keep(cell, this.#names, [{ text: name.value, quality }]);
      else this.#fault(cell.column, name.problem, 'cell_left_out');
    }
  }

  #takeParty({ column, text }: ToldCell): void {
    const party = partyOf(text);
    if (party === undefined) this.#fault(column, problem('QRG_LIST_PARTY'), 'cell_left_out');
    else this.#saidParty = party;
  }

  #keep<T>(cell: ToldCell, into: T[], values: readonly T[]): void {
    if (into.length + values.length <= MOST_OF_A_KIND) into.push(...values);
    else this.#fault(cell.column, problem('QRG_LIST_MANY'), 'cell_left_out');
  }

  /** Surname, name and patronymic in columns of their own make the main name. */
  #nameOfParts(): void {
    const { surname, given_name, patronymic } = this.#single;
    const parts = [surname, given_name, patronymic].filter((part) => part !== undefined);
    if (parts.length > 0) this.#names.unshift({ text: parts.join(' '), quality: 'main' });
  }

  #party(): ListEntry['party'] {
    if (this.#saidParty !== undefined) return this.#saidParty;
    const kinds = new Set([...this.#keys.values()].map(({ kind }) => kind));
    if (kinds.has('iin') || this.#births.length > 0) return 'person';
    return kinds.has('bin') ? 'organisation' : 'unknown';
  }

  #refuse(code: 'QRG_LIST_PERIOD' | 'QRG_LIST_NOBODY'): undefined {
    this.#fault('', problem(code), 'row_refused');
  }

  #fault(column: string, { code, args }: Problem, effect: FaultEffect): void {
    this.faults.push({ line: this.#row.line, column, code, args: withoutNumbers(args), effect });
  }
}

/** A number in the wrong column is nobody's date: no fault repeats more than four digits of anything. */
const withoutNumbers = (args: Problem['args']): Problem['args'] =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(/\d{5,}/g, '•••••') : value,
    ]),
  );

const problem = (code: Problem['code'], args: Problem['args'] = {}): Problem => ({ code, args });

/** A free text that may be kept: one line, whole card numbers hidden, not longer than `most`. */
function fitting(text: string, most: number): Result<string> {
  const line = text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  // Spreadsheets and our own export put an apostrophe before what would be a formula.
  const plain = hideCards(line.replace(/^'(?=[=@+-])/, ''));
  return plain.length <= most ? ok(plain) : fail('QRG_LIST_LONG', { most });
}

/** Values of one cell: '8 701 …; 8 702 …'. A comma, bar, semicolon or new line is in no identifier and no date. */
const severalOf = (text: string): string[] =>
  text
    .split(/[;,|\n]|\s\/\s/)
    .map((one) => one.trim())
    .filter((one) => !isNothing(one));

const NOTHING = new Set([
  '',
  '-',
  '–',
  '—',
  '.',
  'нет',
  'н/д',
  'жоқ',
  'null',
  'none',
  'n/a',
  'na',
  'nan',
]);

/** Empty, or a word or sign by which tables say so. */
const isNothing = (text: string): boolean => NOTHING.has(text.trim().toLowerCase());
