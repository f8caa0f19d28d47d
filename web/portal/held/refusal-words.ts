import { QorganProblem } from '../api.ts';

/** What the service says of a refusal, with its advice; undefined where nobody answered. */
export const refusalWords = (error: unknown): string | undefined =>
  error instanceof QorganProblem
    ? [error.detail, error.hint].filter((one) => one !== undefined && one !== '').join('. ')
    : undefined;
