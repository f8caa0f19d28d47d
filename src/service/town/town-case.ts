import type { CaseAccount, CaseFile } from '../../domain/case/case-file.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { FIELD_WORDS } from '../../exchange/fields/field-words.ts';
import { STIX_CARRIES } from '../../exchange/stix/write-stix.ts';
import type { Access } from '../access/access.ts';
import { type Principal, terminalPrincipal } from '../access/principal.ts';
import { actOnCase } from '../cases/act-on-case.ts';
import type { CaseThing } from '../cases/case-items.ts';
import type { CaseWish } from '../cases/case-wish.ts';
import type { CaseDeps } from '../cases/deps.ts';
import { loadCaseFile } from '../cases/load-case-file.ts';
import type { FilingDeps } from '../filings/deps.ts';
import { draftFiling } from '../filings/draft-filing.ts';
import type { PackageDeps } from '../packages/deps.ts';
import { draftPackage } from '../packages/draft-package.ts';
import { addPartner } from '../packages/partners/partners.ts';
import { isTold, type TownCase, townCases } from './town-cases.ts';
import { type TownDesk, townDesk } from './town-people.ts';

export interface TownCaseParts {
  readonly access: Access;
  readonly cases: CaseDeps;
  readonly filings: FilingDeps;
  readonly packages: PackageDeps;
}

export interface ToldCase {
  readonly number: string;
  /** Code of the bank whose people work on it. */
  readonly bank: string;
  /** Number of a case that the service opened and nobody has touched. */
  readonly left: string;
  readonly leftBank: string;
}

/**
 * What people of one bank of the town do with a case that the service opened by itself, by the same use cases as a person at the
 * console: it is taken, a post that names one of its accounts is added, a client is called and two facts are said, a hold is
 * proposed by one and placed by another, a notice FM-1 is drawn up, and a STIX package to a simulated FIU of another country
 * waits for approval. Another case of the service's own is left as it is. Told once; undefined while there are not two such
 * cases yet, and after it was told.
 */
export async function tellCase(parts: TownCaseParts): Promise<ToldCase | undefined> {
  const { access, cases } = parts;
  if (await isTold(cases.store)) return undefined;
  const [chosen, left] = await townCases(cases.store);
  if (chosen === undefined || left === undefined) return undefined;
  const desk = await townDesk(access, terminalPrincipal('town'), chosen.bank);
  const teller = new Teller(parts, desk, chosen);
  await teller.take();
  const file = await loadCaseFile(cases, desk.analyst, chosen.caseId, 'ru');
  const account = clientAccount(file, chosen.named);
  if (account !== undefined) await teller.say(account.holder);
  const held = account === undefined ? undefined : await teller.hold(file, account);
  await teller.draw(held);
  await teller.pack();
  return { number: chosen.number, bank: chosen.bank, left: left.number, leftBank: left.bank };
}

/** Of the accounts that passed the money on: one of a client, first the one that posts name, then who is nearest to the victims. */
const clientAccount = (
  { accounts, parties }: CaseFile,
  named: readonly string[],
): (CaseAccount & { readonly holder: string }) | undefined => {
  const clients = new Set(
    parties.flatMap(({ id, isClient }) => (isClient && CUSTOMER.test(id) ? [id] : [])),
  );
  return accounts
    .filter(
      (one): one is CaseAccount & { readonly holder: string } =>
        one.holder !== null && clients.has(one.holder) && PASSING.includes(one.role),
    )
    .toSorted(
      (a, b) =>
        Number(named.includes(b.id)) - Number(named.includes(a.id)) ||
        PASSING.indexOf(a.role) - PASSING.indexOf(b.role),
    )[0];
};

const CUSTOMER = /^c(\d+)$/;
const PASSING: readonly string[] = ['collector', 'transit', 'cashout', 'mule'];
/** Of one act, when the service itself wrote into the case meanwhile. */
const TRIES = 3;
const MINUTE_MS = 60_000;
/** Of so many last payments one is held. */
const LAST_OF = 12;

/** A foreign house that is nobody: XZ is a code that ISO 3166-1 leaves to its users. */
const FIU = {
  code: 'north-fiu',
  name: 'Финразведка Северной страны (симуляция)',
  country: 'XZ',
  kind: 'fiu',
  reads: ['stix', 'misp', 'goaml', 'evidence'],
  contact: 'Смоделированный партнёр: писать некому',
  unmarkedTlp: 'amber+strict',
} as const;

/** Techniques and figures of the network; nothing of a person, so that no treaty is needed. */
const FIELDS = STIX_CARRIES.filter((field) => !FIELD_WORDS[field].personal);

class Teller {
  readonly #parts: TownCaseParts;
  readonly #desk: TownDesk;
  readonly #case: TownCase;

  constructor(parts: TownCaseParts, desk: TownDesk, chosen: TownCase) {
    this.#parts = parts;
    this.#desk = desk;
    this.#case = chosen;
  }

  async take(): Promise<void> {
    const { posts, campaigns } = this.#case;
    await this.#act(this.#desk.analyst, { kind: 'take' });
    const items: CaseThing[] = [
      ...campaigns.map((ref) => ({ kind: 'campaign', ref }) as const),
      ...posts.map((ref) => ({ kind: 'post', ref }) as const),
    ];
    if (items.length === 0) return;
    const reason = 'Публикация называет счёт этого дела (симуляция)';
    await this.#act(this.#desk.analyst, { kind: 'add_item', items, reason });
  }

  /** The client is called, and what was said becomes two facts. */
  async say(party: string): Promise<void> {
    const { analyst } = this.#desk;
    const now = this.#parts.cases.now();
    await this.#act(analyst, {
      kind: 'call',
      customer: Number(CUSTOMER.exec(party)?.[1]),
      calledAt: now - MINUTE_MS,
      reached: true,
      note: 'Говорит, что отдал карту знакомому за двадцать тысяч тенге и чужих переводов не видел (симуляция)',
    });
    const shownBy = this.#case.posts.slice(0, 1).map((ref) => `p${ref}`);
    const note = 'Сказал по телефону (симуляция)';
    await this.#act(analyst, {
      ...{ kind: 'fact_say', fact: 'gave_access', party, says: 'yes', shownBy, note },
    });
    await this.#act(analyst, {
      ...{ kind: 'fact_say', fact: 'reward_paid', party, says: 'yes', shownBy: [], note },
      value: { type: 'money', amountMinor: 2_000_000, currency: 'KZT' },
    });
  }

  /** The largest of the last payments of a client who passes money on, proposed by one, placed by another; its id in the case. */
  async hold(file: CaseFile, { id }: CaseAccount): Promise<string | undefined> {
    const { analyst, supervisor } = this.#desk;
    const last = file.transfers.filter(({ payer }) => payer === id).slice(-LAST_OF);
    const free = await this.#withoutHold(
      last.toSorted((a, b) => b.amountMinor - a.amountMinor).map((one) => one.id),
    );
    if (free === undefined) return undefined;
    const { id: held, transfer } = free;
    await this.#act(analyst, {
      kind: 'propose_hold',
      ...{ transfer, incoming: false, grounds: [{ kind: 'internal_rules', subject: 'payer' }] },
      reason: 'Деньги многих людей уходят с этого счёта дальше (симуляция)',
    });
    await this.#act(supervisor, {
      kind: 'decide_proposal',
      proposal: await this.#proposal(),
      approve: true,
      reason: 'Звонок и публикация говорят одно и то же (симуляция)',
    });
    return held;
  }

  /** The first of payments that no hold was proposed for: the decision itself proposes some. */
  async #withoutHold(
    ids: readonly string[],
  ): Promise<{ readonly id: string; readonly transfer: number } | undefined> {
    for (const id of ids) {
      const transfer = await this.#seqOf(id);
      const hold = await this.#parts.cases.store.db
        .selectFrom('holds')
        .select('hold_id')
        .where('transfer_seq', '=', transfer)
        .executeTakeFirst();
      if (hold === undefined) return { id, transfer };
    }
    return undefined;
  }

  /** A notice FM-1 that waits to be filled. */
  async draw(transfer: string | undefined): Promise<void> {
    const wish = { case: this.#case.caseId, kind: 'suspicion_after', language: 'ru' } as const;
    const reason = 'Клиент отдал доступ к счёту, деньги ушли дальше (симуляция)';
    await draftFiling(this.#parts.filings, this.#desk.analyst, { ...wish, transfer, reason });
  }

  /** A package that waits for approval. */
  async pack(): Promise<void> {
    const { cases, packages } = this.#parts;
    const { liaison } = this.#desk;
    const partner = await addPartner(cases, liaison, FIU);
    await draftPackage(packages, liaison, {
      ...{ case: this.#case.caseId, format: 'stix', partners: [partner.code], tlp: 'amber' },
      ...{ ground: 'house.impersonal', fields: FIELDS, language: 'ru' },
      purpose: 'Показать приёмы сети, чтобы у вас узнали такую же (симуляция)',
    });
  }

  async #act(by: Principal, wish: CaseWish): Promise<void> {
    const { cases } = this.#parts;
    const { caseId } = this.#case;
    for (let tried = 1; ; tried++) {
      const { version } = await cases.store.db
        .selectFrom('cases')
        .select('version')
        .where('case_id', '=', caseId)
        .executeTakeFirstOrThrow();
      try {
        await actOnCase(cases, by, caseId, version, wish);
        return;
      } catch (error) {
        const isLate = error instanceof QorganError && error.problem.code === 'QRG_CASE_VERSION';
        if (!isLate || tried === TRIES) throw error;
      }
    }
  }

  async #seqOf(transfer: string): Promise<number> {
    const { seq } = await this.#parts.cases.store.db
      .selectFrom('transfers')
      .select('seq')
      .where('institution_id', '=', this.#desk.analyst.institutionId)
      .where('transfer_id', '=', transfer)
      .executeTakeFirstOrThrow();
    return seq;
  }

  async #proposal(): Promise<number> {
    const { proposal_id } = await this.#parts.cases.store.db
      .selectFrom('case_proposals')
      .select('proposal_id')
      .where('case_id', '=', this.#case.caseId)
      .where('decision', 'is', null)
      .executeTakeFirstOrThrow();
    return proposal_id;
  }
}
