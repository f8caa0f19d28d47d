import type { CaseFile } from '../../domain/case/case-file.ts';
import type { Origin } from '../../domain/case/marking.ts';
import {
  ACCOUNT_RULES,
  CASE_RULES,
  CONTACT_RULES,
  FACT_RULES,
  HOLD_RULES,
  INSTITUTION_RULES,
  NETWORK_RULES,
  OFFICER_RULES,
  PARTY_RULES,
  POST_RULES,
  SIGNAL_RULES,
  TRANSFER_RULES,
} from './element-fields.ts';
import { FIELD_CLASSES, type FieldClass } from './field-class.ts';
import type { LeavingElement, LeavingWhy } from './leaving.ts';
import { minimise } from './minimise.ts';

/** What the sender is shown of one element before anything is made. */
export interface LeavingRow {
  readonly element: LeavingElement;
  /** Within the case. */
  readonly id: string;
  /** null: our own words. */
  readonly origin: Origin | null;
  readonly leaves: readonly {
    readonly field: FieldClass;
    /** As it leaves; several fields of one class are parted by '; '. */
    readonly value: string;
    readonly why: LeavingWhy;
  }[];
  /** Known to us, and not told. */
  readonly stays: readonly FieldClass[];
}

/** What a format can say, and cannot do without. */
export interface FormatFields {
  readonly carries: readonly FieldClass[];
  readonly needs: readonly FieldClass[];
}

/**
 * What goes along with a class: without it the rest would say something false, as a transfer of the year 1970, or a network of no
 * certainty.
 */
const GOES_ALONG: readonly (readonly [start: string, along: FieldClass])[] = [
  ['transfer.', 'transfer.time'],
  ['post.', 'post.time'],
  ['network.', 'network.figures'],
  ['fact.', 'fact.said'],
];

/** Classes that leave: those chosen that the format can say, those it needs, and what goes along. In order of FIELD_CLASSES. */
export function leavingClasses(
  { carries, needs }: FormatFields,
  chosen: Iterable<FieldClass>,
): FieldClass[] {
  const wanted = new Set([...chosen].filter((of) => carries.includes(of)));
  for (const of of needs) wanted.add(of);
  for (const [start, along] of GOES_ALONG)
    if (carries.includes(along) && [...wanted].some((of) => of.startsWith(start)))
      wanted.add(along);
  return FIELD_CLASSES.filter((of) => wanted.has(of));
}

type Rules = Readonly<Record<string, { readonly of: string }>>;

const LISTS: readonly (readonly [LeavingElement, Rules, (file: CaseFile) => readonly object[]])[] =
  [
    ['case', CASE_RULES, (file) => [{ ...file, caseId: file.number }]],
    ['sender', { ...INSTITUTION_RULES }, ({ institution }) => [institution]],
    ['sender', { ...OFFICER_RULES }, ({ officer }) => (officer === null ? [] : [officer])],
    ['party', PARTY_RULES, ({ parties }) => parties],
    ['account', ACCOUNT_RULES, ({ accounts }) => accounts],
    ['transfer', TRANSFER_RULES, ({ transfers }) => transfers],
    ['post', POST_RULES, ({ posts }) => posts],
    ['contact', CONTACT_RULES, ({ contacts }) => contacts],
    ['signal', SIGNAL_RULES, ({ signals }) => signals],
    ['network', NETWORK_RULES, ({ networks }) => networks],
    ['hold', HOLD_RULES, ({ holds }) => holds],
    ['fact', FACT_RULES, ({ facts }) => facts],
  ];

/**
 * Element by element, field by field: what of a case would leave in a format, as it would read, why, and what stays. The values are
 * read from the minimised case, the very one that a writer is given, so that nothing is shown that does not leave, and nothing
 * leaves that is not shown.
 * @param file without elements that a mark keeps here: `releasable`
 */
export function leavingFields(
  file: CaseFile,
  format: FormatFields,
  chosen: Iterable<FieldClass>,
): LeavingRow[] {
  const classes = leavingClasses(format, chosen);
  const may = new Set(classes);
  const out = minimise(file, classes);
  const needs = new Set(format.needs);
  return LISTS.flatMap(([element, rules, of]) => {
    const left = of(out);
    return of(file).map((whole, i) =>
      rowOf(element, whole, left.length === 0 ? undefined : left[i], rules, may, needs),
    );
  });
}

function rowOf(
  element: LeavingElement,
  whole: object,
  left: object | undefined,
  rules: Rules,
  may: ReadonlySet<FieldClass>,
  needs: ReadonlySet<FieldClass>,
): LeavingRow {
  const values = new Map<FieldClass, string[]>();
  const stays = new Set<FieldClass>();
  for (const [key, { of }] of Object.entries(rules)) {
    if (of === 'frame') continue;
    const field = of as FieldClass;
    const known = textOf(key, (whole as Record<string, unknown>)[key]);
    if (known === '') continue;
    if (left === undefined || !may.has(field)) stays.add(field);
    else {
      const told = textOf(key, (left as Record<string, unknown>)[key]);
      const texts = values.get(field) ?? [];
      if (told !== '' && !texts.includes(told)) texts.push(told);
      values.set(field, texts);
    }
  }
  const { id, origin } = whole as { readonly id?: string; readonly origin?: Origin | null };
  return {
    element,
    id: id ?? nameOf(element, whole),
    origin: origin ?? null,
    leaves: [...values].map(([field, texts]) => ({
      field,
      value: texts.join('; '),
      why: needs.has(field) ? 'needed' : 'chosen',
    })),
    stays: [...stays],
  };
}

/** Of elements that bear another name than `id`. */
function nameOf(element: LeavingElement, whole: object): string {
  const named = whole as Record<string, unknown>;
  const name = {
    signal: named.rule,
    network: named.networkId,
    hold: named.holdId,
    fact: named.factId,
    case: named.number,
    sender: named.code ?? named.name,
  }[element as string];
  return String(name ?? '');
}

/** A value as a person reads it; '' for one that says nothing. */
function textOf(key: string, value: unknown): string {
  if (value === null || value === undefined || value === false || value === 0) return '';
  if (value === true) return 'yes';
  if (typeof value === 'number') return numberText(key, value);
  if (typeof value !== 'object') return String(value);
  const inner = Array.isArray(value)
    ? value.map((one) => textOf(key, one))
    : Object.entries(value).map(([name, one]) => textOf(name, one));
  return inner.filter((text) => text !== '').join(Array.isArray(value) ? ', ' : ' ');
}

/** Names of fields tell units. */
function numberText(key: string, value: number): string {
  if (/(?:^at|At)$/.test(key)) return new Date(value).toISOString();
  return key.endsWith('Minor') ? (value / 100).toFixed(2) : String(value);
}
