import { QorganError } from '../../domain/errors/catalogue.ts';
import { type GroundKind, groundOf } from '../../law/grounds.ts';
import type { Law } from '../../law/law.ts';
import type { Store } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import type { Role } from '../access/role.ts';
import { type Audit, openAudit } from '../audit/audit.ts';
import { loadLaw } from '../law/load-law.ts';
import { actOnHold } from './act-on-hold.ts';
import type { HoldDeps } from './deps.ts';
import type { HoldRequest } from './hold-request.ts';
import type { HoldView } from './hold-view.ts';
import { listOutbox, type OutboxItem } from './outbox.ts';
import { type HoldProposal, proposeHolds } from './propose.ts';

export const local = (text: string): number => Date.parse(`${text}+05:00`);
/** Thursday noon; five working days end with Thursday 3 December 2026. */
export const START = local('2026-11-26T12:00');
export const TERM_END = local('2026-12-04T00:00');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const PAYEE = 77;
export const reason = 'a reason in words';

export const person = (id: number, roles: Role[], institutionId: number): Principal => ({
  kind: 'user',
  id,
  institutionId,
  seesAll: false,
  roles,
  scopes: [],
  name: `person-${id}`,
});

/** Two banks, the people of one of them, a clock that stands until it is moved, and a base of events. */
export class HoldWorld {
  readonly #clock: { now: number };
  readonly inEvents = new Set<number>();
  readonly store: Store;
  readonly law: Law;
  readonly audit: Audit;
  readonly deps: HoldDeps;
  readonly bank: number;
  readonly other: number;
  readonly analyst: Principal;
  readonly supervisor: Principal;
  readonly second: Principal;
  readonly liaison: Principal;
  readonly stranger: Principal;
  lastSeq = 0;

  private constructor(
    audit: Audit,
    clock: { now: number },
    store: Store,
    law: Law,
    banks: readonly [number, number],
  ) {
    this.#clock = clock;
    this.store = store;
    this.law = law;
    this.audit = audit;
    const [bank, other] = banks;
    this.bank = bank;
    this.other = other;
    this.deps = {
      store,
      audit,
      law,
      now: () => clock.now,
      payeeInEvents: async (_, { accountNo }) => this.inEvents.has(accountNo),
    };
    this.analyst = person(1, ['analyst'], bank);
    this.supervisor = person(2, ['supervisor'], bank);
    this.second = person(3, ['supervisor'], bank);
    this.liaison = person(4, ['liaison'], bank);
    this.stranger = person(9, ['analyst'], other);
  }

  static async make(store: Store): Promise<HoldWorld> {
    const clock = { now: START };
    const audit = await openAudit({ store, now: () => clock.now });
    const banks = [await addBank(store, 'alpha'), await addBank(store, 'beta')] as const;
    return new HoldWorld(audit, clock, store, await loadLaw(), banks);
  }

  get now(): number {
    return this.#clock.now;
  }

  set now(at: number) {
    this.#clock.now = at;
  }

  proposal(kinds: GroundKind[], change: Partial<HoldProposal> = {}): HoldProposal {
    return {
      institutionId: this.bank,
      transferSeq: ++this.lastSeq,
      at: START,
      accountNo: 11,
      payeeNo: PAYEE,
      amountMinor: 430_000_00,
      currency: 'KZT',
      purpose: 'unknown',
      incoming: false,
      refundRisk: kinds.includes('party_in_events'),
      grounds: kinds.map((kind) =>
        groundOf(this.law.grounds.rules.get(kind)!, kind.startsWith('party') ? 'payee' : null),
      ),
      ...change,
    };
  }

  /** Ids of the holds of these transfers, in order of their seq. */
  async propose(...rows: HoldProposal[]): Promise<number[]> {
    const client = await this.store.pool.connect();
    try {
      await client.query('BEGIN');
      await proposeHolds(client, rows);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    const seqs = rows.map(({ transferSeq }) => transferSeq);
    const found = await this.store.db
      .selectFrom('holds')
      .select('hold_id')
      .where('transfer_seq', 'in', seqs)
      .orderBy('transfer_seq')
      .execute();
    return found.map(({ hold_id }) => hold_id);
  }

  async placed(kinds: GroundKind[]): Promise<number> {
    const [holdId] = await this.propose(this.proposal(kinds));
    await this.act(holdId, { kind: 'place', reason: 'looks like a ring' });
    return holdId;
  }

  async versionOf(holdId: number): Promise<number> {
    const row = await this.store.db
      .selectFrom('holds')
      .select('version')
      .where('hold_id', '=', holdId)
      .executeTakeFirstOrThrow();
    return row.version;
  }

  /** Acts on the version that is there now. */
  async act(holdId: number, request: HoldRequest, by: Principal = this.analyst): Promise<HoldView> {
    return actOnHold(this.deps, by, holdId, await this.versionOf(holdId), request);
  }

  /** Every task that nobody took yet. */
  async waiting(by: Principal = this.analyst): Promise<OutboxItem[]> {
    const all: OutboxItem[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await listOutbox(this.deps, by, { limit: 100, cursor });
      all.push(...page.items);
      cursor = page.next ?? undefined;
      more = page.next !== null;
    }
    return all;
  }

  async tasksOf(holdId: number): Promise<string[]> {
    const items = await this.waiting();
    return items.filter((item) => item.holdId === holdId).map(({ kind }) => kind);
  }
}

async function addBank(store: Store, code: string): Promise<number> {
  const row = await store.db
    .insertInto('institutions')
    .values({ code, name: code, kind: 'bank', created_at: START })
    .returning('institution_id')
    .executeTakeFirstOrThrow();
  return row.institution_id;
}

/** 'done', or the code of what was refused. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof QorganError) return error.problem.code;
    throw error;
  }
}
