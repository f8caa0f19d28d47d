import { api, QorganProblem } from '../api.ts';
import { proveFor, type SolvedProof } from '../proof/prove-for.ts';
import type { reportOf } from './draft.ts';
import type { ShrunkPicture } from './shrink-picture.ts';

export interface SendSteps {
  readonly signal: AbortSignal;
  /** How far the check is, 0 to 1. */
  readonly onProof: (share: number) => void;
}

/** A name of one sending, so that a second tap or a lost answer makes no second report. */
export function sendingKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The work of a sending whose answer may have been lost: sent to the letter again, it hears the first answer. */
let proved: { readonly key: string; readonly proof: SolvedProof } | undefined;
const AGAIN = ['QRG_PROOF_NEEDED', 'QRG_PROOF_OLD', 'QRG_PROOF_USED', 'QRG_PROOF_WRONG'];

/** Sends a report; where the service asks for work first, the device does it. Throws QorganProblem or what `fetch` throws. */
export async function sendReport(
  body: ReturnType<typeof reportOf>,
  key: string,
  { signal, onProof }: SendSteps,
): Promise<string> {
  const before = proved?.key === key ? { proof: proved.proof } : {};
  try {
    return (await api().reports.tell({ ...body, ...before }, key)).receipt;
  } catch (error) {
    if (!(error instanceof QorganProblem && AGAIN.includes(error.code))) throw error;
  }
  onProof(0);
  const proof = await proveFor('report', { signal, progress: onProof });
  proved = { key, proof };
  return (await api().reports.tell({ ...body, proof }, key)).receipt;
}

/** What became of each picture: undefined, or why it was not taken ('' where no answer came). */
export async function sendPictures(
  receipt: string,
  pictures: readonly ShrunkPicture[],
): Promise<(string | undefined)[]> {
  const outcomes: (string | undefined)[] = [];
  for (const { blob } of pictures) {
    try {
      await api().reports.addPicture(receipt, blob);
      outcomes.push(undefined);
    } catch (error) {
      outcomes.push(error instanceof QorganProblem ? `${error.detail}.` : '');
    }
  }
  return outcomes;
}
