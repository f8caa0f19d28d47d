import { setTimeout as pause } from 'node:timers/promises';
import { messageOf, QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import type { Access } from '../../service/access/access.ts';
import type { Principal } from '../../service/access/principal.ts';
import { spend } from '../../service/access/visitor.ts';
import type { Outcome } from '../../service/live/decided.ts';
import type { LiveService } from '../../service/live/live-service.ts';
import type { Institution } from '../../service/live/transfer-request.ts';
import { Transfer } from '../contract/transfer.ts';
import { type RowAnswer, rowStream } from '../streams/row-stream.ts';
import { requestOf } from './decide-rows.ts';

export interface TransferStream {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The last line that was answered before. */
  readonly from: number;
  readonly institution: Institution;
  readonly principal: Principal;
  readonly language: Language;
  /** The client has gone, or the server stops. */
  readonly gone: AbortSignal;
}

/** A service that is full is asked again after so long, so many times: a stream waits for its turn. */
const BUSY_PAUSE_MS = 50;
const BUSY_TIMES = 400;

/** Decides a stream of transfers, a line of answer for each; waits where the service is full or the key has spent its rate. */
export function transferStream(
  { live, access }: { readonly live: LiveService; readonly access: Access },
  stream: TransferStream,
): AsyncGenerator<string> {
  const { chunks, from, institution, principal, language, gone } = stream;
  return rowStream({
    chunks,
    from,
    schema: Transfer,
    language,
    key: 'id',
    outcomes: ['decided', 'repeat', 'rejected'],
    work: async (transfers) => {
      await payFor(access, principal, transfers.length, gone);
      const asked = transfers.map(requestOf);
      const outcomes = await patiently(() => live.decide(institution, asked), gone);
      return outcomes.map((outcome, i) => rowAnswer(outcome, transfers[i].id, language));
    },
  });
}

/** Charges the key for its rows, waiting until it may: a stream keeps to the rate by itself. */
async function payFor(
  access: Access,
  principal: Principal,
  rows: number,
  gone: AbortSignal,
): Promise<void> {
  for (;;) {
    const paid = spend(access, principal, rows);
    if (paid.ok) return;
    await rest(Number(paid.problem.args.seconds) * 1000, gone);
  }
}

async function patiently<T>(work: () => Promise<T>, gone: AbortSignal): Promise<T> {
  for (let times = 0; ; times++)
    try {
      return await work();
    } catch (error) {
      const isBusy = error instanceof QorganError && error.problem.code === 'QRG_BUSY';
      if (!isBusy || times >= BUSY_TIMES) throw error;
      await rest(BUSY_PAUSE_MS, gone);
    }
}

/** Throws QRG_STOPPING when the stream is to end meanwhile. */
async function rest(ms: number, gone: AbortSignal): Promise<void> {
  try {
    await pause(ms, undefined, { signal: gone });
  } catch {
    throw new QorganError('QRG_STOPPING');
  }
}

function rowAnswer(outcome: Outcome, id: string, language: Language): RowAnswer {
  if (!outcome.ok) {
    const { problem } = outcome;
    return { id, outcome: 'rejected', code: problem.code, message: messageOf(problem, language) };
  }
  const { repeat, verdict, score, seq } = outcome.value;
  return { id, outcome: repeat ? 'repeat' : 'decided', verdict, score, seq };
}
