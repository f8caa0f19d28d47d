import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { checkInWorker } from '../xml/check-in-worker.ts';

/**
 * Holds a report to the schema of the user's unit, which would refuse it otherwise. Errors: QRG_GOAML_INVALID with the first thing that is
 * wrong and how many more there are, and those of `checkInWorker`.
 * @param xsd path of the schema
 */
export async function validReport(xsd: string, bytes: Uint8Array): Promise<Result<null>> {
  const check = await checkInWorker(xsd, bytes);
  if (!check.ok) return check;
  const [first, ...more] = check.value.problems;
  if (first === undefined) return ok(null);
  return fail('QRG_GOAML_INVALID', { line: first.line, what: first.message, more: more.length });
}
