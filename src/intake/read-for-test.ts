import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountTable } from '../domain/account.ts';
import type { Reject } from '../domain/reject.ts';
import { CHANNELS, PURPOSES } from '../domain/transfer.ts';
import { type OpenOptions, openSource } from './open.ts';
import type { TextSource } from './text-source.ts';

/** One transfer as a test wants to see it. */
interface SeenTransfer {
  id: string;
  at: number;
  payer: string;
  payee: string;
  amountMinor: number;
  channel: string;
  purpose: string;
  device: number;
  line: number;
  file: number;
}

export interface Seen {
  source: TextSource;
  transfers: SeenTransfer[];
  rejects: Reject[];
  accounts: AccountTable;
  bytes: number;
  batches: number[];
}

/** Writes `content` to a file of its own, hands its path over and removes it afterwards. */
export async function withFile<T>(
  name: string,
  content: string | Uint8Array,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'qorgan-intake-'));
  try {
    writeFileSync(join(dir, name), content);
    return await use(join(dir, name));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Opens and reads a whole file; throws the problem's code when it cannot be opened. */
export async function readAll(
  path: string,
  options: Partial<OpenOptions> = {},
  accounts = new AccountTable(),
): Promise<Seen> {
  const opened = await openSource(path, { name: 'in', file: 0, thread: 'here', ...options });
  if (!opened.ok) throw new Error(opened.problem.code);
  const source = opened.value;
  const seen: Seen = { source, transfers: [], rejects: [], accounts, bytes: 0, batches: [] };
  const context = {
    accounts,
    language: 'en' as const,
    reject: (reject: Reject) => seen.rejects.push(reject),
    advanced: (bytes: number) => {
      seen.bytes += bytes;
    },
  };
  for await (const batch of source.read(context)) {
    seen.batches.push(batch.count);
    for (let i = 0; i < batch.count; i++)
      seen.transfers.push({
        id: Buffer.from(
          batch.idBytes.subarray(i === 0 ? 0 : batch.idEnd[i - 1], batch.idEnd[i]),
        ).toString('utf8'),
        at: batch.at[i],
        payer: accounts.names[batch.payer[i]] ?? '?',
        payee: accounts.names[batch.payee[i]] ?? '?',
        amountMinor: batch.amountMinor[i],
        channel: CHANNELS[batch.channel[i]] ?? '?',
        purpose: PURPOSES[batch.purpose[i]] ?? '?',
        device: batch.device[i],
        line: batch.line[i],
        file: batch.file[i],
      });
  }
  return seen;
}

export const readText = (
  content: string | Uint8Array,
  options: Partial<OpenOptions> = {},
  name = 'in.csv',
): Promise<Seen> => withFile(name, content, (path) => readAll(path, options));
