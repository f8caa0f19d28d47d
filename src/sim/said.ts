import type { Random } from '../domain/random.ts';
import { purposeCode } from '../domain/transfer.ts';

/** What people write on a payment to each other: most write nothing. Our own estimates. */
const SAID = (['unknown', 'gift', 'loan', 'loan_return', 'goods'] as const).map(purposeCode);
const SAID_WEIGHTS = [76, 7, 4, 4, 9];

/** Code of the purpose somebody gives to an ordinary payment; rings write no otherwise than friends do. */
export const saidPurpose = (random: Random): number => random.weighted(SAID, SAID_WEIGHTS);
