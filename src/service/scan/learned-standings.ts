import type { Standing } from '../../engine/standing.ts';
import type { Journal } from './journal.ts';
import type { VerdictLog } from './verdict-log.ts';

/** Accounts of which the model says less are nobody's suspects. */
const LEAST_SCORE = 10;

/** By account the greatest score of its transfers, whichever side it was on. */
export async function strongest(
  journal: Journal,
  log: VerdictLog,
  scores: Float32Array,
  accounts: number,
): Promise<Float32Array> {
  const by = new Float32Array(accounts);
  let row = 0;
  for (let b = 0; b < journal.length; b++) {
    const [batch, said] = [await journal.read(b), await log.read(b)];
    for (let i = 0; i < batch.count; i++) {
      if (said.score[i] < 0) continue;
      const score = scores[row++];
      for (const account of [batch.payer[i], batch.payee[i]])
        if (score > by[account]) by[account] = score;
    }
  }
  return by;
}

/** Suspects by what a model says of their transfers, strongest first; what the rules said stays as their story. */
export function learnedStandings(told: readonly Standing[], by: Float32Array): Standing[] {
  const stories = new Map(told.map((s) => [s.account, s.typologies]));
  const list: Standing[] = [];
  for (let account = 0; account < by.length; account++) {
    const score = Math.round(by[account] * 100) / 100;
    const typologies = stories.get(account);
    if (score >= LEAST_SCORE || typologies !== undefined)
      list.push({ account, score, typologies: typologies ?? {} });
  }
  return list.sort((a, b) => b.score - a.score || a.account - b.account);
}
