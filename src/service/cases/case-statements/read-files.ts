import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AccountTable } from '../../../domain/account.ts';
import { messagesOf, type Reject, toReject } from '../../../domain/reject.ts';
import type { TransferBatch } from '../../../domain/transfer.ts';
import { createVerdictBatch, Engine, TOP_SIGNALS } from '../../../engine/engine.ts';
import { isHub } from '../../../engine/hubs.ts';
import type { Ruleset } from '../../../engine/rules/ruleset.ts';
import { standings } from '../../../engine/standing.ts';
import { findGaps } from '../../../intake/gaps.ts';
import { type Found, findNetworks } from '../../../network/find.ts';
import type { Flows } from '../../../network/model.ts';
import { tellStory } from '../../../network/story.ts';
import { loadBanks } from '../../banks.ts';
import { loadRuleset } from '../../ruleset.ts';
import { appendRow, emptyBatch } from '../../scan/batch-bytes.ts';
import { labelOf, placesOf } from '../../scan/build-report.ts';
import { openInput, type ScanInput } from '../../scan/input.ts';
import { onwardPairs } from '../../scan/onward.ts';
import type { StatementGap, StatementLook, StatementReject } from './statement-look.ts';

/** What a thread is given to read. */
export interface ReadWish {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** A folder that is not there yet; it is gone afterwards. */
  readonly dir: string;
}

/** Rows that are folded in memory; transfers and rejects that a case keeps. */
const ROWS_MOST = 300_000;
const TRANSFERS_MOST = 20_000;
const REJECTS_MOST = 1_000;
const GAPS_MOST = 200;
/** Much money to pass on for a person in Kazakhstan, as `scan` has it: 200,000 tenge. */
const MUCH_TIYN = 200_000_00;

/**
 * Reads dropped files as `qorgan scan` does: the same readers, rules and search for networks, all in memory and without a
 * report. The files lie on disk in the clear for as long as this takes: readers of large formats read from disk.
 */
export async function readFiles({ files, dir }: ReadWish): Promise<StatementLook> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  try {
    const paths: string[] = [];
    for (const [i, { name, bytes }] of files.entries()) {
      // Only its ending tells a reader anything; what else a name says is nothing for a path.
      const path = join(dir, `${i}${/\.[A-Za-z0-9]{1,8}(?:\.gz)?$/.exec(name)?.[0] ?? ''}`);
      await writeFile(path, bytes, { mode: 0o600 });
      paths.push(path);
    }
    return await lookAt(paths, await loadRuleset());
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function lookAt(paths: readonly string[], ruleset: Ruleset): Promise<StatementLook> {
  const accounts = new AccountTable();
  const rejects = new Rejects();
  const input = await openInput(
    { paths, language: 'ru' },
    { accounts, language: 'ru', reject: (reject) => rejects.add(reject), advanced() {} },
  );
  const { rows, texts, cut } = await rowsOf(input);
  const batch = inOrder(rows);
  const currency = input.currency || 'KZT';
  const engine = new Engine({
    ruleset,
    clock: input.clock,
    currency,
    thresholdsMinor: ruleset.thresholdsMinor,
  });
  for (const [account, facts] of accounts.facts) engine.learn(account, facts);
  const said = createVerdictBatch(Math.max(1, batch.count));
  engine.fold(batch, said);
  const flows = flowsOf(batch, said.score);
  const hubs = new Set<number>();
  for (let a = 0; a < engine.ledger.accounts.size; a++)
    if (isHub(engine.ledger.accounts, a)) hubs.add(a);
  const found = findNetworks(flows, standings(engine), {
    hubs,
    clock: input.clock,
    firms: new Set(
      [...accounts.facts].flatMap(([account, { ownerKind, hasStatement }]) =>
        ownerKind === 'company' && hasStatement ? [account] : [],
      ),
    ),
    ...(currency === 'KZT' && { muchMinor: MUCH_TIYN }),
  });
  const places = placesOf(found.networks);
  const decode = new TextDecoder();
  const idOf = (i: number): string =>
    decode.decode(batch.idBytes.subarray(i === 0 ? 0 : batch.idEnd[i - 1], batch.idEnd[i]));
  const rules = ruleset.rules.map(({ id }) => id);
  const transfers = Array.from({ length: batch.count }, (_, i) => i).flatMap((i) => {
    if (said.score[i] < 0) {
      rejects.add(repeatOf(batch, i, idOf(i), input));
      return [];
    }
    const [payer, payee] = [batch.payer[i], batch.payee[i]];
    const signals = [...said.signals.subarray(i * TOP_SIGNALS, (i + 1) * TOP_SIGNALS)];
    return [
      {
        id: idOf(i),
        at: batch.at[i],
        payer,
        payee,
        amountMinor: batch.amountMinor[i],
        channel: batch.channel[i],
        purpose: batch.purpose[i],
        verdict: said.verdict[i],
        score: Math.round(said.score[i] * 100) / 100,
        rules: signals.filter((signal) => signal > 0).map((signal) => rules[signal - 1]),
        text: texts.get(idOf(i)) ?? null,
        suspicious: said.verdict[i] > 0 || (places.has(payer) && places.has(payee)),
      },
    ];
  });
  const kept = transfers
    .toSorted((a, b) => Number(b.suspicious) - Number(a.suspicious) || b.score - a.score)
    .slice(0, TRANSFERS_MOST)
    .sort((a, b) => a.at - b.at);
  const report = input.report(rejects.byFile);
  const gaps = await gapsOf(input, accounts, found, (score) => engine.verdictOf(score) > 0);
  return {
    currency,
    clock: input.clock,
    accounts: accounts.names.map((name, account) => ({
      name,
      facts: accounts.facts.get(account) ?? {},
      role: places.get(account)?.member.role ?? 'none',
      hops: places.get(account)?.member.layer ?? null,
      hub: hubs.has(account),
    })),
    transfers: kept,
    networks: found.networks.map(({ certainty, harmMinor, members, rank }, i) => ({
      id: `N${rank}`,
      certainty: certainty / 100,
      harmMinor,
      story: tellStory(found.facts[i], { currency, clock: input.clock }, (account) =>
        labelOf({ accounts }, account),
      ),
      members: members.map(({ account }) => account),
    })),
    gaps,
    files: paths.map((_, i) => toldOf(report, rejects, i)),
    rejects: rejects.list,
    rejected: rejects.count,
    cut: cut || transfers.length > TRANSFERS_MOST,
  };
}

/** All that was refused, by place of the file; the first of it in words. */
class Rejects {
  readonly list: StatementReject[] = [];
  readonly byFile = new Map<string, number>();
  count = 0;

  add(reject: Reject): void {
    this.count++;
    this.byFile.set(reject.file, (this.byFile.get(reject.file) ?? 0) + 1);
    if (this.list.length >= REJECTS_MOST) return;
    const { file, line, code } = reject;
    this.list.push({ file: placeOf(file), line, code, reason: messagesOf(reject) });
  }
}

/** Files are named by their place. */
const placeOf = (name: string): number => Number.parseInt(name.replace(/^.*\//, ''), 10) || 0;

function toldOf(report: ReturnType<ScanInput['report']>, rejects: Rejects, place: number) {
  const told = report.find(({ name }) => placeOf(name) === place);
  if (told !== undefined) {
    const { format, rows, accepted, rejected } = told;
    return { format, rows, accepted, rejected };
  }
  const rejected = [...rejects.byFile].find(([name]) => placeOf(name) === place)?.[1] ?? 0;
  return { format: 'none', rows: 0, accepted: 0, rejected };
}

interface Row {
  readonly batch: TransferBatch;
  readonly i: number;
}

/** Rows of all files, and the words that workbooks have beside them, by id of the transfer. */
async function rowsOf(input: ScanInput) {
  const rows: Row[] = [];
  const texts = new Map<string, string>();
  const decode = new TextDecoder();
  let told = 0;
  const booked = input.statements?.batches.reduce((sum, { count }) => sum + count, 0) ?? 0;
  for await (const batch of input.batches())
    for (let i = 0; i < batch.count; i++, told++) {
      if (rows.length >= ROWS_MOST) return { rows, texts, cut: true };
      rows.push({ batch, i });
      if (told >= booked) continue;
      const text = input.statements?.details(told).text ?? '';
      const from = i === 0 ? 0 : batch.idEnd[i - 1];
      if (text !== '') texts.set(decode.decode(batch.idBytes.subarray(from, batch.idEnd[i])), text);
    }
  return { rows, texts, cut: false };
}

function inOrder(rows: Row[]): TransferBatch {
  const batch = emptyBatch(rows.length, 1 << 10);
  const sorted = rows.toSorted((a, b) => a.batch.at[a.i] - b.batch.at[b.i]);
  for (const row of sorted) appendRow(batch, row.batch, row.i);
  return batch;
}

/** Without repeats, which are no money. */
function flowsOf(batch: TransferBatch, score: Float32Array): Flows {
  const kept = Array.from({ length: batch.count }, (_, i) => i).filter((i) => score[i] >= 0);
  return {
    count: kept.length,
    at: Float64Array.from(kept, (i) => batch.at[i]),
    payer: Uint32Array.from(kept, (i) => batch.payer[i]),
    payee: Uint32Array.from(kept, (i) => batch.payee[i]),
    amountMinor: Float64Array.from(kept, (i) => batch.amountMinor[i]),
    channel: Uint8Array.from(kept, (i) => batch.channel[i]),
    score: Uint8Array.from(kept, (i) => Math.round(score[i])),
  };
}

function repeatOf(batch: TransferBatch, i: number, id: string, input: ScanInput): Reject {
  const problem = { code: 'QRG_ROW_DUPLICATE', args: { value: id } } as const;
  return toReject(input.fileNames()[batch.file[i]] ?? '', batch.line[i], problem, 'ru');
}

/** Statements to ask the next banks for: of the accounts that money of networks and of lone suspects went on to. */
async function gapsOf(
  input: ScanInput,
  accounts: AccountTable,
  found: Found,
  worthALook: (score: number) => boolean,
): Promise<StatementGap[]> {
  if (input.statements === undefined) return [];
  const banks = await loadBanks();
  const onward = onwardPairs(found, worthALook);
  const gaps = findGaps(input.statements.batches, accounts, {
    material: (batch, i) => onward.has(`${batch.payer[i]} ${batch.payee[i]}`),
    coverage: input.statements.coverage,
    bankOf: (name, code) => (banks.byName(name) ?? banks.byCode(code ?? ''))?.name,
    limit: GAPS_MOST,
  });
  return gaps.map(({ account, institution, from, to, amountMinor, request }) => ({
    account,
    institution,
    from,
    to,
    amountMinor,
    request,
  }));
}
