import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { CHANNELS, PURPOSES } from '../../src/domain/transfer.ts';
import { batchesOf, town } from '../town.ts';

/**
 * Writes the transfers of a simulated town as requests, one JSON a line, as a bank would send them now: the town's clock is
 * moved so that its last transfer was a moment ago. Returns how many.
 */
export async function writeRequests(path: string, people: number, days: number): Promise<number> {
  const made = town(people, days);
  const { options } = made.world;
  const shiftMs = Date.now() - (options.from + days * 86_400_000);
  const out = createWriteStream(path);
  let count = 0;
  for (const b of batchesOf(made))
    for (let i = 0; i < b.count; i++) {
      const line = JSON.stringify({
        id: `b-${count++}`,
        at: Math.round(b.at[i] + shiftMs),
        payer: `acc-${b.payer[i]}`,
        payee: `acc-${b.payee[i]}`,
        amountMinor: b.amountMinor[i],
        currency: 'KZT',
        channel: CHANNELS[b.channel[i]],
        purpose: PURPOSES[b.purpose[i]],
        ...(b.device[i] === 0 ? {} : { device: `dev-${b.device[i]}` }),
      });
      if (!out.write(`${line}\n`)) await once(out, 'drain');
    }
  out.end();
  await finished(out);
  return count;
}
