import type {
  CaseContact,
  CaseFile,
  CaseParty,
  CasePost,
  CaseTransfer,
} from '../../domain/case/case-file.ts';
import type { Condition } from '../offences/condition.ts';
import type { Link } from './link.ts';

/** Of one condition so many links say enough; a reader opens the case for the rest. */
const LINKS_MOST = 50;

export type Conditions = ReadonlyMap<Condition, readonly Link[]>;

/** The conditions of src/law/offences/condition.ts, computed from the record of a case, with what each rests on. */
export function conditionsOf(file: CaseFile): {
  readonly ofParty: (party: CaseParty) => Conditions;
  readonly ofInstitution: Conditions;
} {
  const flows = new Flows(file);
  const ties = tiesOf(file);
  return {
    ofParty: (party) =>
      // A victim's payment is suspicious money too, and says nothing of the victim's own doing.
      party.role === 'victim' || party.role === 'counterparty'
        ? new Map()
        : filled({ ...flowConditions(flows, party), ...tieConditions(ties, flows, party) }),
    ofInstitution: filled(institutionConditions(file, flows)),
  };
}

type Found = Partial<Record<Condition, readonly Link[]>>;

const filled = (found: Found): Conditions =>
  new Map(
    Object.entries(found)
      .filter(([, links]) => links.length > 0)
      .map(([condition, links]) => [condition as Condition, links.slice(0, LINKS_MOST)]),
  );

const link =
  (type: Link['type']) =>
  ({ id }: { readonly id: string }): Link => ({ type, id });

/** Suspicious transfers by the holder of either side. */
class Flows {
  readonly #holder: ReadonlyMap<string, string | null>;
  readonly #wallets: ReadonlySet<string>;
  readonly #victims: ReadonlySet<string>;
  readonly #in = new Map<string, CaseTransfer[]>();
  readonly #out = new Map<string, CaseTransfer[]>();
  readonly suspicious: readonly CaseTransfer[];

  constructor(file: CaseFile) {
    this.#holder = new Map(file.accounts.map(({ id, holder }) => [id, holder]));
    this.#wallets = new Set(file.accounts.filter((a) => a.isWallet).map(({ id }) => id));
    this.#victims = new Set(
      file.parties.filter(({ role }) => role === 'victim').map(({ id }) => id),
    );
    this.suspicious = file.transfers.filter(({ isSuspicious }) => isSuspicious);
    for (const transfer of this.suspicious) {
      gather(this.#out, this.holderOf(transfer.payer), transfer);
      gather(this.#in, this.holderOf(transfer.payee), transfer);
    }
  }

  holderOf = (account: string): string | null => this.#holder.get(account) ?? null;
  isVictim = (party: string | null): boolean => party !== null && this.#victims.has(party);

  incoming = (party: string): readonly CaseTransfer[] => this.#in.get(party) ?? [];

  /** Sent on from an account after suspicious money had come to it. */
  passedOn(party: string): CaseTransfer[] {
    const first = new Map<string, number>();
    for (const { payee, at } of this.incoming(party))
      first.set(payee, Math.min(at, first.get(payee) ?? at));
    return (this.#out.get(party) ?? []).filter(
      ({ payer, at }) => at >= (first.get(payer) ?? Number.POSITIVE_INFINITY),
    );
  }

  isToExchange = ({ payee, channel }: CaseTransfer): boolean =>
    channel === 'exchange' || this.#wallets.has(payee);
}

function gather<T>(map: Map<string, T[]>, key: string | null, item: T): void {
  if (key === null) return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

function flowConditions(flows: Flows, { id }: CaseParty): Found {
  const passedOn = flows.passedOn(id);
  const fromVictims = flows
    .incoming(id)
    .filter(({ payer }) => flows.isVictim(flows.holderOf(payer)));
  const victims = new Set(fromVictims.map(({ payer }) => flows.holderOf(payer)));
  return {
    holds_flow_account: [...new Set(passedOn.map(({ payer }) => payer))].map((account) => ({
      type: 'account',
      id: account,
    })),
    passed_money_on: passedOn.map(link('transfer')),
    took_victims_money: fromVictims.map(link('transfer')),
    several_victims: victims.size >= 2 ? fromVictims.map(link('transfer')) : [],
    sent_to_exchange: passedOn.filter(flows.isToExchange).map(link('transfer')),
  };
}

/** Contacts by who they were seen with, and posts by their ids. */
interface Ties {
  readonly contacts: ReadonlyMap<string, readonly CaseContact[]>;
  readonly posts: ReadonlyMap<string, CasePost>;
}

function tiesOf({ contacts, posts }: CaseFile): Ties {
  const seen = new Map<string, CaseContact[]>();
  for (const contact of contacts) for (const id of contact.seenWith) gather(seen, id, contact);
  return { contacts: seen, posts: new Map(posts.map((post) => [post.id, post])) };
}

/** What contacts tie a party to: posts that bear one of his, devices of his at accounts of others. */
function tieConditions({ contacts, posts }: Ties, flows: Flows, { id, role }: CaseParty): Found {
  const own = contacts.get(id) ?? [];
  const tied = new Set(own.flatMap(({ seenWith }) => seenWith));
  const offers = [...tied]
    .flatMap((one) => posts.get(one) ?? [])
    .filter(({ stance }) => stance === 'offer');
  const recruiting = offers.filter(({ label }) => label === 'dropper');
  const drugs = offers.filter(({ label }) => label === 'drug_ad');
  const others = own
    .filter(({ kind }) => kind === 'device' || kind === 'ip')
    .flatMap(({ seenWith }) => seenWith)
    .filter((account) => {
      const holder = flows.holderOf(account);
      return holder !== null && holder !== id;
    });
  return {
    recruiting_post: recruiting.map(link('post')),
    drug_post: drugs.map(link('post')),
    page_online: [...recruiting, ...drugs].filter(({ url }) => url !== null).map(link('post')),
    handles_others_accounts: [...new Set(others)].map((account) => ({
      type: 'account',
      id: account,
    })),
    organiser_role: role === 'organiser' || role === 'recruiter' ? [{ type: 'party', id }] : [],
  };
}

/**
 * Of who has clients in the case, which is whoever reports: a state body has none and owes none of these duties. A transfer that
 * another institution told of is not the reporter's operation.
 */
function institutionConditions({ parties, transfers }: CaseFile, flows: Flows): Found {
  if (!parties.some(({ isClient }) => isClient)) return {};
  const own = flows.suspicious.filter(({ origin }) => origin === null);
  const byClient = new Map<string, number>();
  for (const { payer, payee } of own)
    for (const party of new Set([flows.holderOf(payer), flows.holderOf(payee)]))
      if (party !== null) byClient.set(party, (byClient.get(party) ?? 0) + 1);
  return {
    suspicious_operation: own.map(link('transfer')),
    suspicious_activity: parties
      .filter(({ id, isClient }) => isClient && !flows.isVictim(id) && (byClient.get(id) ?? 0) > 1)
      .map(link('party')),
    transfer_held: transfers.filter(({ state }) => state === 'held').map(link('transfer')),
  };
}
