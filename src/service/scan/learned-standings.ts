import type { Standing } from '../../engine/standing.ts';
import type { Suspect } from '../../network/model.ts';
import type { Journal } from './journal.ts';
import type { VerdictLog } from './verdict-log.ts';

/** A transfer of which the model says less says nothing about its accounts. */
const LEAST_SCORE = 20;
/** So many suspicious transfers are as good as many: the e-fold of doubt. */
const ENOUGH_TRANSFERS = 3;

/**
 * By account 0..1, what a model's look back says of its transfers: how many are suspicious, and how much of its money
 * goes through them. A buyer or a victim has one among many; a dropper's account does little else. Measured on
 * simulated towns: joined with the rules it ranks accounts better than either (docs/reference/detection.md).
 * @param scores of the transfers that were no repeats, in their order
 */
export async function learnedByAccount(
  journal: Journal,
  log: VerdictLog,
  scores: Float32Array,
  accounts: number,
): Promise<Float64Array> {
  const suspicious = new Float64Array(accounts);
  const suspiciousMinor = new Float64Array(accounts);
  const allMinor = new Float64Array(accounts);
  let row = 0;
  for (let b = 0; b < journal.length; b++) {
    const [batch, said] = [await journal.read(b), await log.read(b)];
    for (let i = 0; i < batch.count; i++) {
      if (said.score[i] < 0) continue;
      const score = scores[row++];
      const chance = score < LEAST_SCORE ? 0 : score / 100;
      for (const account of [batch.payer[i], batch.payee[i]]) {
        suspicious[account] += chance;
        suspiciousMinor[account] += chance * batch.amountMinor[i];
        allMinor[account] += batch.amountMinor[i];
      }
    }
  }
  return suspicious.map(
    (count, account) =>
      (1 - Math.exp(-count / ENOUGH_TRANSFERS)) *
      Math.sqrt(suspiciousMinor[account] / Math.max(1, allMinor[account])),
  );
}

/** Suspects of the rules with what a model says of them, and those of the model alone; strongest first. */
export function learnedStandings(told: readonly Standing[], learned: Float64Array): Suspect[] {
  const byRules = new Map(told.map((standing) => [standing.account, standing]));
  const list: Suspect[] = [];
  for (let account = 0; account < learned.length; account++) {
    const standing = byRules.get(account);
    if (standing === undefined && learned[account] === 0) continue;
    list.push({
      ...(standing ?? { account, score: 0, typologies: {} }),
      learned: learned[account],
    });
  }
  const strength = ({ score, learned: l = 0 }: Suspect): number => 100 - (100 - score) * (1 - l);
  return list.sort((a, b) => strength(b) - strength(a) || a.account - b.account);
}
