import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { FoundNetwork } from '../../learning/evaluation/networks.ts';
import type { BothViews, Said } from '../../learning/evaluation/rows.ts';
import type { ReportNetwork } from '../../report/model.ts';
import type { Labels } from './read-labels.ts';

async function* rowsOf(path: string): AsyncGenerator<Record<string, string>> {
  const text = createReadStream(path, 'utf8');
  yield* text.pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: true }));
}

/**
 * What a scan said of the labelled transfers, from its transfers.csv. Both are in time order without repeats, so the
 * n-th row is the n-th label; only rows of statements, which have ids of their own, stand between.
 */
export async function readSaid(dir: string, { rows, ids }: Labels): Promise<BothViews<Said>> {
  const blank = (): Said => ({
    score: new Float32Array(rows.count),
    alarm: new Uint8Array(rows.count),
  });
  const [arrival, retrospect] = [blank(), blank()];
  let i = 0;
  for await (const row of rowsOf(join(dir, 'transfers.csv'))) {
    if (i === rows.count || row.id !== ids[i]) continue;
    retrospect.score[i] = Number(row.score);
    retrospect.alarm[i] = row.verdict === 'allow' ? 0 : 1;
    arrival.score[i] = Number(row.score_at_arrival);
    arrival.alarm[i] = row.verdict_at_arrival === 'allow' ? 0 : 1;
    i++;
  }
  if (i !== rows.count) throw new Error(`label ${i} of ${rows.count}, ${ids[i]}, was not scanned`);
  return { arrival, retrospect };
}

/** Score of each labelled account in retrospect, from accounts.csv; 0 for others. */
export async function readAccountScores(dir: string, { accounts }: Labels): Promise<Float32Array> {
  const score = new Float32Array(accounts.size);
  for await (const row of rowsOf(join(dir, 'accounts.csv'))) {
    const account = accounts.indexOf(row.account ?? '');
    if (account !== undefined) score[account] = Number(row.score);
  }
  return score;
}

/** Networks of a scan by rank that were at work at `since` or after; members that no labelled transfer names are left out. */
export async function readNetworks(
  dir: string,
  { accounts }: Labels,
  since: number,
): Promise<FoundNetwork[]> {
  const told: { networks: ReportNetwork[] } = JSON.parse(
    await readFile(join(dir, 'networks.json'), 'utf8'),
  );
  return told.networks
    .filter(({ to }) => to >= since)
    .map(({ members }) => ({
      members: members.flatMap(({ account, role }) => {
        const number = accounts.indexOf(account);
        return number === undefined ? [] : [{ account: number, isVictim: role === 'victim' }];
      }),
    }));
}
