import { channelCode, purposeCode } from '../../domain/transfer.ts';
import { VERDICTS, type VerdictName } from '../../engine/verdict.ts';
import type { AlertRow, Block } from './block.ts';
import { type Decided, type ListedEnd, writeSaid } from './decided.ts';
import type { AccountFact } from './fact.ts';
import type { Judged, LiveState } from './live-state.ts';
import type { Standing } from './standing.ts';
import type { Institution, TransferRequest } from './transfer-request.ts';

const HOLD = VERDICTS.indexOf('hold');

/**
 * Takes one transfer in: the engine judges it, lists and law add their word, the open block gets its fact and rows. All in
 * one turn of the event loop, so that the order of facts is the order of the journal.
 */
export class Taker {
  readonly #state: LiveState;
  readonly #standing: Standing;

  constructor(state: LiveState, standing: Standing) {
    this.#state = state;
    this.#standing = standing;
  }

  /** Number of the account of this name, given now if it is new. */
  accountOf(name: string, institution: Institution, block: Block): number {
    const known = this.#state.accounts.indexOf(name);
    if (known !== undefined) return known;
    const account = this.#state.accounts.size;
    const { institutionId } = institution;
    const fact: AccountFact = { kind: 'account', account, name, institutionId };
    this.#state.tell(fact);
    block.facts.push(fact);
    const nameHash = this.#standing.onNewAccount(account, institutionId, name);
    block.accounts.push({ account, institutionId, name, nameHash });
    return account;
  }

  take(
    institution: Institution,
    request: TransferRequest,
    names: { readonly payer: string; readonly payee: string },
    receivedAt: number,
    block: Block,
  ): Decided {
    const { institutionId } = institution;
    const payer = this.accountOf(names.payer, institution, block);
    const payee = this.accountOf(names.payee, institution, block);
    const { id, at, amountMinor } = request;
    const asked = {
      kind: 'transfer' as const,
      institutionId,
      id,
      at,
      payer,
      payee,
      amountMinor,
      channel: channelCode(request.channel ?? 'unknown'),
      purpose: purposeCode(request.purpose ?? 'unknown'),
      device: request.device ? `${institutionId}:${request.device}` : '',
      receivedAt,
    };
    const judged = this.#state.judge(asked);
    const { seq } = this.#state;
    block.facts.push({ ...asked, score: judged.score });
    const legal = this.#standing.look(institution, request, { payer, payee }, judged, receivedAt);
    const verdict = Math.max(judged.verdict, legal.verdictLeast);
    const { signals, reconsidered } = judged;
    const { grounds, listHits, refundRisk } = legal;
    const said = { signals, reconsidered, grounds, listHits, refundRisk };
    block.transfers.push({
      seq,
      institutionId,
      id,
      at,
      receivedAt,
      payer,
      payee,
      amountMinor,
      channel: asked.channel,
      purpose: asked.purpose,
      score: judged.score,
      verdict,
      said: writeSaid(said),
    });
    const decided: Decided = {
      id,
      seq,
      at,
      receivedAt,
      repeat: false,
      score: judged.score,
      verdict: VERDICTS[verdict] as VerdictName,
      ...said,
    };
    if (verdict > 0 || listHits.length > 0)
      this.#alert(block, asked, judged, verdict, aboutWhom(judged, listHits));
    if (verdict === HOLD)
      // Asked before execution: what stands is the payer's instruction and the payer's money.
      block.holds.push({
        institutionId,
        transferSeq: seq,
        at: receivedAt,
        accountNo: payer,
        payeeNo: payee,
        amountMinor,
        currency: request.currency,
        purpose: request.purpose ?? 'unknown',
        incoming: false,
        refundRisk,
        grounds,
      });
    return decided;
  }

  #alert(
    block: Block,
    asked: {
      institutionId: number;
      at: number;
      payer: number;
      payee: number;
      amountMinor: number;
      receivedAt: number;
    },
    judged: Judged,
    verdict: number,
    about: 'payer' | 'payee',
  ): void {
    const row: AlertRow = {
      institutionId: asked.institutionId,
      account: about === 'payer' ? asked.payer : asked.payee,
      openedAt: asked.receivedAt,
      lastAt: asked.at,
      score: judged.score,
      verdict,
      transfers: 1,
      amountMinor: asked.amountMinor,
      lastSeq: this.#state.seq,
    };
    block.alert(row);
  }
}

/** Whose account an analyst is to look at: the one the strongest reason speaks of, or the one that is listed. */
function aboutWhom(judged: Judged, listHits: readonly ListedEnd[]): 'payer' | 'payee' {
  const listed = listHits.find(({ subject }) => subject === 'payee') ?? listHits[0];
  if (listed !== undefined && (judged.verdict === 0 || judged.signals.length === 0))
    return listed.subject;
  return judged.signals[0]?.subject ?? 'payee';
}
