import type { CaseAccount, CaseParty } from '../../../domain/case/case-file.ts';
import type { Origin } from '../../../domain/case/marking.ts';
import type { ForeignLeft } from '../../foreign-facts.ts';
import type { CodeTables } from '../code-tables.ts';
import { told, type XmlNode } from './xml-tree.ts';

const IDS_MOST = 10;

/** What all parts of one reading share. */
export class Reading {
  readonly tables: CodeTables;
  readonly origin: Origin;
  /** By what tells one from another in a report: the same is told in many transfers. */
  readonly parties = new Map<string, CaseParty>();
  readonly accounts = new Map<string, CaseAccount>();
  readonly #left = new Map<string, { why: ForeignLeft['why']; count: number; ids: string[] }>();

  constructor(tables: CodeTables, origin: Origin) {
    this.tables = tables;
    this.origin = origin;
  }

  leave(why: ForeignLeft['why'], what: string, id: string): void {
    const left = this.#left.get(what) ?? { why, count: 0, ids: [] };
    left.count += 1;
    if (left.ids.length < IDS_MOST) left.ids.push(id.slice(0, 100));
    this.#left.set(what, left);
  }

  /** Counts what an element has beyond what is understood of it. */
  understood(node: XmlNode, names: ReadonlySet<string>, id: string): void {
    for (const one of node.children)
      if (!names.has(one.name)) this.leave('unknown_property', `${node.name}.${one.name}`, id);
  }

  left(): readonly ForeignLeft[] {
    return [...this.#left].map(([what, { why, count, ids }]) => ({ why, what, count, ids }));
  }

  /** A value that the unit's code for 'not known' stands for is not told. */
  known(code: string | null): string | null {
    return code === null || code === this.tables.unknown.code ? null : code;
  }

  /** What a table says a code with; null for a code that is not in it. */
  keyOf<K extends string>(table: Readonly<Record<K, string>>, code: string | null): K | null {
    const found = (Object.entries(table) as [K, string][]).find(([, value]) => value === code);
    return found?.[0] ?? null;
  }

  /** Whether a party is the reporter's client. */
  isOwn(holder: string | null): boolean {
    return [...this.parties.values()].some(({ id, isClient }) => id === holder && isClient);
  }

  /** Epoch ms of a time without a zone; null for what is none. */
  at(time: string | null): number | null {
    const at = time === null ? Number.NaN : Date.parse(`${time.slice(0, 19)}Z`);
    return Number.isNaN(at) ? null : at - this.tables.offsetMinutes * 60_000;
  }
}

/** Lines of comments that Qorgan writes, 'Role in the case: mule', by what stands before the colon. */
export function remarks(node: XmlNode): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of (told(node, 'comments') ?? '').split('\n')) {
    const at = line.indexOf(': ');
    if (at < 0) continue;
    const key = line.slice(0, at);
    found.set(key, [...(found.get(key) ?? []), line.slice(at + 2)]);
  }
  return found;
}
