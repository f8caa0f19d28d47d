import type { ListField } from './list-columns.ts';
import type { ToldCell, ToldRow } from './told-row.ts';

/** Elements with one text. */
const LEAVES: Readonly<Record<string, ListField>> = {
  DATAID: 'id',
  LISTED_ON: 'since',
  NAME_ORIGINAL_SCRIPT: 'original_name',
  COMMENTS1: 'note',
};
const NAMES = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];
/** Elements that say nothing about who it is: editing marks, and what is told better elsewhere. */
const SILENT = new Set([
  ...[
    'VERSIONNUM',
    'SORT_KEY',
    'SORT_KEY_LAST_MOD',
    'LAST_DAY_UPDATED',
    'LIST_TYPE',
    'SUBMITTED_ON',
  ],
  ...NAMES,
  'UN_LIST_TYPE',
  'REFERENCE_NUMBER',
]);

/** One INDIVIDUAL or ENTITY of the UN list while its elements pass. */
export class UnEntry {
  /** Elements that nothing was taken from. */
  readonly ignored = new Set<string>();
  readonly #line: number;
  readonly #party: string;
  readonly #cells: ToldCell[] = [];
  readonly #leaves = new Map<string, string>();
  /** Values of the group that is open. */
  #group = new Map<string, string>();

  /** @param element 'INDIVIDUAL' or 'ENTITY' */
  constructor(element: string, line: number) {
    this.#line = line;
    this.#party = element.toLowerCase();
  }

  /** A value inside of the group that is open: 'NUMBER' of an INDIVIDUAL_DOCUMENT. */
  value(path: string, text: string): void {
    if (text !== '') this.#group.set(path, text);
  }

  /** The end of an element under the entry: a text of its own, or a group of values. */
  closeGroup(name: string, text: string): void {
    const group = this.#group;
    this.#group = new Map();
    if (group.size > 0) this.#takeGroup(name.replace(/^(?:INDIVIDUAL|ENTITY)_/, ''), name, group);
    else if (text === '') return;
    else if (name in LEAVES) this.#cells.push({ field: LEAVES[name], column: name, text });
    else if (SILENT.has(name)) this.#leaves.set(name, text);
    else this.ignored.add(name);
  }

  row(): ToldRow {
    const name = NAMES.flatMap((part) => this.#leaves.get(part) ?? []).join(' ');
    const reason = ['UN_LIST_TYPE', 'REFERENCE_NUMBER'].flatMap(
      (part) => this.#leaves.get(part) ?? [],
    );
    const cells: ToldCell[] = [{ field: 'party', column: 'party', text: this.#party }];
    if (name !== '') cells.push({ field: 'name', column: 'FIRST_NAME', text: name });
    if (reason.length > 0)
      cells.push({ field: 'reason', column: 'REFERENCE_NUMBER', text: reason.join(' ') });
    return { line: this.#line, cells: [...cells, ...this.#cells] };
  }

  #takeGroup(kind: string, name: string, group: ReadonlyMap<string, string>): void {
    const take = (field: ListField, path: string, text = group.get(path)): void => {
      if (text !== undefined) this.#cells.push({ field, column: `${name}/${path}`, text });
    };
    if (kind === 'ALIAS')
      take(group.get('QUALITY') === 'Low' ? 'weak_alias' : 'alias', 'ALIAS_NAME');
    else if (kind === 'DOCUMENT') take('document', 'NUMBER');
    else if (kind === 'NATIONALITY') take('country', 'VALUE');
    else if (kind === 'DATE_OF_BIRTH') this.#takeBirth(name, group);
    else if (!SILENT.has(kind)) this.ignored.add(name);
  }

  #takeBirth(name: string, group: ReadonlyMap<string, string>): void {
    const [from, to] = [group.get('FROM_YEAR'), group.get('TO_YEAR')];
    const years = from !== undefined && to !== undefined ? `${from}-${to}` : (from ?? to);
    const text = group.get('DATE') ?? group.get('YEAR') ?? years;
    if (text !== undefined) this.#cells.push({ field: 'birth', column: name, text });
  }
}
