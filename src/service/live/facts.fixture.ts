import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';
import { simulate } from '../../sim/simulate.ts';
import type { Fact } from './fact.ts';
import type { TransferRequest } from './transfer-request.ts';

/** Requests of a small simulated town, in the order they come in. */
export function* townRequests(seed: number, people = 150, days = 10): Generator<TransferRequest> {
  const world = simulate({ seed, people, days });
  let id = 0;
  for (const day of world.days())
    for (let i = 0; i < day.count; i++)
      yield {
        id: `t${id++}`,
        at: day.at[i],
        payer: `a${day.payer[i]}`,
        payee: `a${day.payee[i]}`,
        amountMinor: day.amountMinor[i],
        currency: 'KZT',
        channel: CHANNELS[day.channel[i]],
        purpose: PURPOSES[day.purpose[i]],
        ...(day.device[i] === 0 ? {} : { device: `d${day.device[i]}` }),
      };
}

/** The same as facts of one institution, accounts introduced as they appear. */
export function* townFacts(seed: number, people = 150, days = 10): Generator<Fact> {
  const numbers = new Map<string, number>();
  for (const request of townRequests(seed, people, days)) {
    for (const name of [request.payer, request.payee]) {
      if (numbers.has(name)) continue;
      const account = numbers.size;
      numbers.set(name, account);
      yield { kind: 'account', account, name, institutionId: 1 };
    }
    yield {
      kind: 'transfer',
      institutionId: 1,
      id: request.id,
      at: request.at,
      payer: numbers.get(request.payer)!,
      payee: numbers.get(request.payee)!,
      amountMinor: request.amountMinor,
      channel: CHANNELS.indexOf(request.channel!),
      purpose: PURPOSES.indexOf(request.purpose!),
      device: request.device ?? '',
      receivedAt: request.at + 1_000,
      score: 0,
    };
  }
}
