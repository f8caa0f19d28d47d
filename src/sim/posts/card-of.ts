import { fakePan } from '../../domain/fake/card.ts';
import { createRandom } from '../../domain/random.ts';
import type { SimWorld } from '../model.ts';

/** Number of the card of an account: always the same one, and of no scheme that issues cards. */
export const cardOf = ({ options }: SimWorld, account: number): string =>
  fakePan(createRandom(options.seed).fork('cards').fork(String(account)));
