import { sql } from 'kysely';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Law } from '../../law/law.ts';
import type { Store } from '../../store/store.ts';
import type { Principal } from '../access/principal.ts';
import type { Role } from '../access/role.ts';
import { type Audit, openAudit } from '../audit/audit.ts';
import { loadLaw } from '../law/load-law.ts';
import { writeSaid } from '../live/decided.ts';
import type { NetworkBody } from '../live/live-networks.ts';
import { actOnCase, type CaseActed } from './act-on-case.ts';
import { loadCaseBook } from './case-book.ts';
import type { CaseView } from './case-view.ts';
import type { CaseWish } from './case-wish.ts';
import type { CaseDeps } from './deps.ts';
import { type OpenWish, openCase } from './open-case.ts';
import { type CaseDetail, showCase } from './show-case.ts';
import { tickCases } from './tick-cases.ts';

export const local = (text: string): number => Date.parse(`${text}+05:00`);
/** Thursday noon. */
export const START = local('2026-11-26T12:00');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const reason = 'a reason in words';

/** What is made beside the world itself. */
interface Made {
  readonly store: Store;
  readonly audit: Audit;
  readonly law: Law;
  readonly book: CaseDeps['book'];
  readonly clock: { now: number };
  readonly bank: number;
  readonly other: number;
}

/** Two banks with people, accounts and transfers, and a clock that stands until it is moved. */
export class CaseWorld {
  readonly #clock: { now: number };
  readonly store: Store;
  readonly law: Law;
  readonly audit: Audit;
  readonly deps: CaseDeps;
  readonly bank: number;
  readonly other: number;
  /** What came to an account and is still there. */
  readonly rest = new Map<number, number>();
  /** Posts that were told to be what they were read as. */
  readonly confirmedPosts: number[] = [];
  #people = 0;
  #accounts = 0;
  #seq = 0;

  private constructor({ store, audit, law, book, clock, bank, other }: Made) {
    this.#clock = clock;
    this.store = store;
    this.law = law;
    this.audit = audit;
    this.bank = bank;
    this.other = other;
    const now = () => clock.now;
    const holds = { store, audit, law, now, payeeInEvents: async () => false };
    this.deps = {
      ...{ store, audit, law, holds, book, now },
      dataDir: store.dataDir,
      names: {
        accountName: (no: number) => `alpha:acc-${no}`,
        saidOf: () => undefined,
        isHub: () => false,
        explain: () => '',
      } as unknown as CaseDeps['names'],
      restOf: (account) => this.rest.get(account) ?? 0,
      isRule: (name) => name === 'pass_through',
      confirmPost: async (_, postId) => {
        this.confirmedPosts.push(postId);
      },
    };
  }

  static async make(store: Store): Promise<CaseWorld> {
    const clock = { now: START };
    const audit = await openAudit({ store, now: () => clock.now });
    const [law, book] = await Promise.all([loadLaw(), loadCaseBook()]);
    const bank = await addBank(store, 'alpha');
    const other = await addBank(store, 'beta');
    return new CaseWorld({ store, audit, law, book, clock, bank, other });
  }

  get now(): number {
    return this.#clock.now;
  }

  set now(at: number) {
    this.#clock.now = at;
  }

  async person(roles: readonly Role[], institutionId = this.bank): Promise<Principal> {
    const name = `person-${++this.#people}`;
    const { user_id } = await this.store.db
      .insertInto('users')
      .values({
        institution_id: institutionId,
        login: name,
        name,
        roles: [...roles],
        created_at: START,
      })
      .returning('user_id')
      .executeTakeFirstOrThrow();
    const kind = 'user';
    return { kind, id: user_id, institutionId, seesAll: false, roles, scopes: [], name };
  }

  async account(institution = this.bank): Promise<number> {
    const account_no = ++this.#accounts;
    const name = `alpha:acc-${account_no}`;
    await this.store.db
      .insertInto('accounts')
      .values({
        account_no,
        institution_id: institution,
        name_hash: this.store.vault.hash('account', name),
        name_sealed: this.store.vault.seal(name),
        created_at: START,
      })
      .execute();
    return account_no;
  }

  /** A transfer that the bank told; its seq. */
  async transfer(
    payer: number,
    payee: number,
    tenge: number,
    { rules = [] as readonly string[], at = START - HOUR, institution = this.bank } = {},
  ): Promise<number> {
    const seq = ++this.#seq;
    const signals = rules.map((rule) => ({ rule, subject: 'payee', points: 40, facts: {} }));
    await this.store.db
      .insertInto('transfers')
      .values({
        ...{ seq, institution_id: institution, transfer_id: `t-${seq}`, at, received_at: at },
        ...{ payer, payee, amount_minor: tenge * 100, channel: 1, purpose: 0 },
        ...{ score: rules.length > 0 ? 60 : 10, verdict: rules.length > 0 ? 1 : 0 },
        said:
          rules.length === 0
            ? null
            : writeSaid({
                ...{ reconsidered: [], grounds: [], listHits: [], refundRisk: false },
                signals: signals as never,
              }),
      })
      .execute();
    return seq;
  }

  async alert(account: number, lastSeq: number, tenge: number): Promise<number> {
    const { alert_id } = await this.store.db
      .insertInto('alerts')
      .values({
        ...{ institution_id: this.bank, account_no: account, opened_at: START, last_at: START },
        ...{ score: 70, verdict: 1, transfers: 1, amount_minor: tenge * 100, last_seq: lastSeq },
      })
      .returning('alert_id')
      .executeTakeFirstOrThrow();
    return alert_id;
  }

  /** A network of accounts, the first of which lost the money to the second, and so on. */
  async network(
    id: string,
    accounts: readonly number[],
    { certainty = 95, harmTenge = 5_000_000, institutions = [this.bank] } = {},
  ): Promise<string> {
    const members = accounts.map((account, layer) => ({
      ...{ account, layer, role: layer === 0 ? 'victim' : 'transit', score: 80 },
      ...{ inMinor: layer * 1_000, outMinor: 1_000 },
    }));
    const body: Partial<NetworkBody> = {
      id,
      members,
      edges: [],
      story: { ru: '', kk: '', en: '' },
    };
    await this.store.db
      .insertInto('networks')
      .values({
        ...{ network_id: id, found_at: this.now, rank: 1, certainty },
        ...{ harm_minor: harmTenge * 100, from_at: START - DAY, to_at: START },
        ...{ body: JSON.stringify(body), institution_ids: [...institutions] },
      })
      .execute();
    return id;
  }

  open(by: Principal, more: Partial<OpenWish> = {}): Promise<CaseView> {
    return openCase(this.deps, by, {
      ...{ title: 'Дропперы у вокзала', from: 'hand', items: [], tlp: 'amber', assignee: 'me' },
      reason,
      ...more,
    });
  }

  /** Acts on the version that is there now. */
  async act(by: Principal, caseId: number, wish: CaseWish): Promise<CaseActed> {
    return actOnCase(this.deps, by, caseId, await this.versionOf(caseId), wish);
  }

  show(by: Principal, caseId: number): Promise<CaseDetail> {
    return showCase(this.deps, by, caseId);
  }

  tick() {
    return tickCases(this.deps);
  }

  async versionOf(caseId: number): Promise<number> {
    const row = await this.store.db
      .selectFrom('cases')
      .select('version')
      .where('case_id', '=', caseId)
      .executeTakeFirst();
    return row?.version ?? 1;
  }

  /** Acts on a case in the record of acts. */
  async audited(caseId: number): Promise<string[]> {
    const rows = await this.store.db
      .selectFrom('audit')
      .select('action')
      .where('object', '=', `case:${caseId}`)
      .orderBy('seq')
      .execute();
    return rows.map(({ action }) => action);
  }

  /** All that the record of acts holds, as one text. */
  async auditText(): Promise<string> {
    const { rows } = await sql<{ line: string }>`SELECT audit::text AS line FROM audit`.execute(
      this.store.db,
    );
    return rows.map(({ line }) => line).join('\n');
  }

  /** How many rows of a table are of a case. */
  async countOf(
    table: 'case_items' | 'case_facts' | 'case_files',
    caseId: number,
  ): Promise<number> {
    const { count } = await this.store.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    return Number(count);
  }
}

async function addBank(store: Store, code: string): Promise<number> {
  const row = await store.db
    .insertInto('institutions')
    .values({ code, name: `${code} bank`, kind: 'bank', created_at: START })
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
