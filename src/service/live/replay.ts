import { QorganError } from '../../domain/errors/catalogue.ts';
import type { LiveState } from './live-state.ts';
import type { ReadBlock } from './read-journal.ts';

/**
 * Takes the facts of a block into a state that has taken in all before. Where the same rules and model judge as then, they
 * must say the same; another score means that a bit was lost or that the engine is not what it says it is.
 * Throws QRG_JOURNAL_DAMAGED.
 */
export function replay(state: LiveState, { facts }: ReadBlock): void {
  const own = state.fingerprint;
  for (const fact of facts) {
    if (fact.kind !== 'transfer') {
      state.tell(fact);
      continue;
    }
    const { score } = state.judge(fact);
    if (score !== fact.score && state.judgedBy === own)
      throw new QorganError('QRG_JOURNAL_DAMAGED', {
        seq: state.seq,
        what: `score ${fact.score}, now ${score}`,
      });
  }
}
