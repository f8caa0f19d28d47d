import type { AccountTable } from '../../domain/account.ts';
import { type ErrorCode, entryOf } from '../../domain/errors/catalogue.ts';
import { LANGUAGES, type Language, type Localized } from '../../domain/language.ts';
import { maskAccount } from '../../domain/mask.ts';
import { messagesOf } from '../../domain/reject.ts';
import type { Engine } from '../../engine/engine.ts';
import { F, U } from '../../engine/layout.ts';
import { signalOf } from '../../engine/rules/explain.ts';
import { VERDICTS } from '../../engine/verdict.ts';
import { findGaps } from '../../intake/gaps.ts';
import type { Found } from '../../network/find.ts';
import { HAND_OVER_STORIES, handOverReasons, POINTS_MIN } from '../../network/hand-over-reasons.ts';
import { HAND_OVER_LINES, handOverPoints } from '../../network/hand-over-score.ts';
import type { Member, Network, Suspect } from '../../network/model.ts';
import { tellStory } from '../../network/story.ts';
import type {
  ReportAccount,
  ReportGap,
  ReportModel,
  ReportNetwork,
  ReportSignal,
} from '../../report/model.ts';
import { loadBanks } from '../banks.ts';
import { chooseLots } from './choose-lots.ts';
import type { ScanInput } from './input.ts';
import { onwardPairs } from './onward.ts';
import type { RejectLog } from './reject-log.ts';
import type { Tally } from './tally.ts';

/** All that a scan knows when the folding is over. */
export interface ScanState {
  readonly accounts: AccountTable;
  readonly engine: Engine;
  readonly found: Found;
  /** What the rules said of accounts as transfers arrived, strongest first. */
  readonly suspects: readonly Suspect[];
  readonly input: ScanInput;
  readonly rejects: RejectLog;
  readonly rows: number;
  readonly late: number;
  readonly clock: 'exact' | 'day';
  readonly currency: string;
  readonly language: Language;
}

/** Networks shown; the report must open without lag. */
const NETWORKS_MAX = 2_000;
/** Suspects outside of networks that the report shows in detail. */
const OTHERS_MAX = 500;

/** Accounts the report tells of: members of its networks, and the strongest of the rest. */
export function reportedAccounts({ found }: ScanState): number[] {
  const members = new Set<number>();
  for (const network of found.networks.slice(0, NETWORKS_MAX))
    for (const { account } of network.members) members.add(account);
  const others = [...found.accountScores]
    .filter(([account, score]) => score > 0 && !members.has(account))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, OTHERS_MAX)
    .map(([account]) => account);
  return [...members, ...others];
}

/** The place of an account: its best-ranked network and what it does there. */
export function placesOf(
  networks: readonly Network[],
): Map<number, { network: Network; member: Member }> {
  const places = new Map<number, { network: Network; member: Member }>();
  for (const network of networks)
    for (const member of network.members)
      if (!places.has(member.account)) places.set(member.account, { network, member });
  return places;
}

export async function buildReport(
  state: ScanState,
  reported: readonly number[],
  tally: Tally,
): Promise<ReportModel> {
  const { engine, found, input, rejects, accounts } = state;
  const counts = engine.counts();
  const shown = found.networks.slice(0, NETWORKS_MAX);
  const places = placesOf(shown);
  const own = new Map(state.suspects.map((s) => [s.account, s.score]));
  return {
    version: 1,
    currency: state.currency,
    clock: state.clock,
    totals: {
      files: input.files.length,
      rows: state.rows + rejects.count - counts.duplicates,
      transfers: counts.transfers,
      accounts: accounts.size,
      amountMinor: tally.amountMinor,
      from: tally.from,
      to: tally.to,
      rejected: rejects.count,
      seenTwice: input.statements?.seenTwice ?? 0,
      duplicates: counts.duplicates + (input.statements?.repeated ?? 0),
      outOfOrder: state.late,
      hubs: counts.hubs,
      walksCut: counts.walksCut + found.walksCut,
    },
    files: input.report(rejects.byFile),
    networks: shown.map((network, i) => describeNetwork(state, network, i)),
    accounts: reported
      .map((account) => describeAccount(state, account, places, own, tally))
      .sort((a, b) => b.score - a.score || (a.account < b.account ? -1 : 1)),
    gaps: await describeGaps(state),
    rejects: [...rejects.byCode].sort().map(([code, { count, examples }]) => ({
      code,
      count,
      about: aboutOf(code),
      examples: examples.map((reject) => ({
        file: reject.file,
        line: reject.line,
        message: messagesOf(reject),
      })),
    })),
    notes: (input.statements?.noted ?? []).map(({ note, count, examples }) => ({
      note,
      count,
      examples: [...examples],
    })),
    rules: [...describeRules(engine), ...describeLookBack(state)],
    typologies: [...engine.ruleset.typologies].map(([id, { title }]) => ({ id, title })),
  };
}

export const networkId = (network: Network): string => `N${network.rank}`;

function describeNetwork(state: ScanState, network: Network, i: number): ReportNetwork {
  const { names } = state.accounts;
  const { commonSink } = network;
  return {
    id: networkId(network),
    rank: network.rank,
    certainty: network.certainty,
    harmMinor: network.harmMinor,
    from: network.from,
    to: network.to,
    members: network.members.map((m) => ({
      account: names[m.account],
      role: m.role,
      layer: m.layer,
      inMinor: m.inMinor,
      outMinor: m.outMinor,
      score: state.found.accountScores.get(m.account) ?? m.score,
    })),
    edges: network.edges.map((e) => ({ ...e, from: names[e.from], to: names[e.to] })),
    story: tellStory(state.found.facts[i], state, (account) => labelOf(state, account)),
    typologies: network.typologies,
    commonSink: commonSink && { ...commonSink, account: names[commonSink.account] },
  };
}

/** How a sentence names an account: masked, with its bank where that is known. */
export function labelOf({ accounts }: Pick<ScanState, 'accounts'>, account: number): string {
  const bank = accounts.facts.get(account)?.bank;
  const whole = accounts.names[account];
  // Ids of a data set ('4711') are nobody's number; what could be a card, an IIN or an IBAN is masked.
  const name = /\d{8}|^[A-Z]{2}\d{2}/.test(whole) ? maskAccount(whole) : whole;
  return bank ? `${name} (${bank})` : name;
}

function describeAccount(
  state: ScanState,
  account: number,
  places: ReturnType<typeof placesOf>,
  own: ReadonlyMap<number, number>,
  tally: Tally,
): ReportAccount {
  const { accounts, found, engine } = state;
  const ledger = engine.ledger.accounts;
  const facts = accounts.facts.get(account);
  const place = places.get(account);
  const score = found.accountScores.get(account) ?? 0;
  return {
    account: accounts.names[account],
    bank: facts?.bank ?? '',
    ownerName: facts?.ownerName ?? '',
    score,
    scoreAtArrival: own.get(account) ?? 0,
    verdict: VERDICTS[engine.verdictOf(score)],
    role: place?.member.role ?? 'none',
    network: place ? networkId(place.network) : '',
    inMinor: ledger.f64(account, F.inTotal),
    outMinor: ledger.f64(account, F.outTotal),
    inCount: ledger.u32(account, U.inCount),
    outCount: ledger.u32(account, U.outCount),
    payers: tally.payers(account),
    payees: tally.payees(account),
    heldMsMedian: found.heldMsMedian(account),
    firstAt: ledger.f64(account, F.firstAt),
    lastAt: ledger.f64(account, F.lastAt),
    signals: signalsOf(state, account, own.has(account)),
    ...describeLots(state, account, place?.network),
  };
}

/** Before and after the moment a rule spoke: what it spoke of lies near. */
const REASON_MARGIN_MS = 86_400_000;

/** The lots of the network's period, or of an account outside of networks those about its reasons, come first. */
function describeLots(
  { accounts, found, engine }: ScanState,
  account: number,
  network: Network | undefined,
): Pick<ReportAccount, 'lots' | 'lotsTotal'> {
  const all = found.detail(account);
  const reasons = engine.evidence.of(account);
  const stretches = network
    ? [network]
    : reasons.map(({ at }) => ({ from: at - REASON_MARGIN_MS, to: at + REASON_MARGIN_MS }));
  return {
    lotsTotal: all.length,
    lots: chooseLots(all, stretches).map((lot) => ({
      inAt: lot.inAt,
      outAt: lot.outAt,
      amountMinor: lot.amountMinor,
      from: accounts.names[lot.from],
      to: lot.to === null ? '' : accounts.names[lot.to],
    })),
  };
}

/** `weighed`: all transfers of the account were looked back on, and not only those with suspects. */
function signalsOf(state: ScanState, account: number, weighed: boolean): ReportSignal[] {
  const { rules } = state.engine.ruleset;
  const at = state.engine.ledger.accounts.f64(account, F.lastAt);
  const reasons = weighed ? handOverReasons(state.found.handOvers, account, state) : [];
  const lookedBack = reasons.map(({ id, typology, points, text }) => ({
    rule: id,
    typology,
    points: Math.round(points * 100) / 100,
    at,
    text,
  }));
  return state.engine.evidence
    .of(account)
    .map((e) => {
      const signal = signalOf(rules[e.rule], e.strength, e.facts, state);
      return {
        rule: signal.rule,
        typology: signal.typology,
        points: Math.round(signal.points * 100) / 100,
        at: e.at,
        text: signal.text,
      };
    })
    .concat(lookedBack)
    .sort((a, b) => b.points - a.points || (a.rule < b.rule ? -1 : 1));
}

/** A gap smaller than this share of the greatest one is noise beside it. */
const GAP_LEAST_SHARE = 0.01;

/** Statements to ask for: of the accounts that money of the networks and of lone suspects went on to. */
async function describeGaps(state: ScanState): Promise<ReportGap[]> {
  const { input, accounts } = state;
  if (input.statements === undefined) return [];
  const banks = await loadBanks();
  const onward = onwardPairs(state.found, (score) => state.engine.verdictOf(score) > 0);
  const gaps = findGaps(input.statements.batches, accounts, {
    material: (batch, i) => onward.has(`${batch.payer[i]} ${batch.payee[i]}`),
    coverage: input.statements.coverage,
    bankOf: (name, code) => (banks.byName(name) ?? banks.byCode(code ?? ''))?.name,
  });
  const least = (gaps[0]?.amountMinor ?? 0) * GAP_LEAST_SHARE;
  return gaps
    .filter((gap) => gap.amountMinor >= least)
    .map(({ account, institution, from, to, amountMinor, request }) => ({
      account,
      institution,
      from,
      to,
      amountMinor,
      request,
    }));
}

function describeRules({ ruleset, evidence }: Engine): ReportModel['rules'] {
  const fired = new Array<number>(ruleset.rules.length).fill(0);
  for (const list of evidence.byAccount.values()) for (const e of list) fired[e.rule] += e.fired;
  return ruleset.rules
    .map(({ id, typology, title, weight, amltrix }, i) => ({
      id,
      typology,
      title,
      weight,
      fired: fired[i],
      amltrix,
    }))
    .sort((a, b) => b.fired - a.fired || (a.id < b.id ? -1 : 1));
}

/** The reasons of the look-back beside the rules: how many accounts each speaks of. */
function describeLookBack(state: ScanState): ReportModel['rules'] {
  const fired = { chain: 0, dealt: 0, passed: 0 };
  for (const { account } of state.suspects) {
    const points = handOverPoints(state.found.handOvers, account);
    for (const line of HAND_OVER_LINES) if (points[line] >= POINTS_MIN) fired[line]++;
  }
  return HAND_OVER_LINES.map((line) => {
    const { id, typology, title } = HAND_OVER_STORIES[line];
    return { id, typology, title, weight: 100, fired: fired[line], amltrix: null };
  });
}

/** What a code means, without one row's particulars. */
function aboutOf(code: ErrorCode): Localized {
  const { message } = entryOf(code);
  const plain = (text: string): string => text.replace(/\{\w+\}/g, '…');
  const [ru, kk, en] = LANGUAGES.map((l) => plain(message[l]));
  return { ru, kk, en };
}
