import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../../domain/errors/catalogue.ts';
import type { DocumentProvider } from '../../screening/documents/provider.ts';
import { readSumsub, SUMSUB_MOST } from '../../screening/documents/sumsub-json.ts';
import { readText } from '../read-text.ts';

/** An applicant's id: no separators of paths, no dots. */
const REFERENCE = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Results of Sumsub that somebody saved: `<reference>.json` in a folder, one applicant each. Throws QRG_FILE_UNREADABLE for a
 * file that is not there; fails with QRG_PROVIDER_RESULT for one that is too large or does not fit.
 */
export const sumsubFiles = (folder: string): DocumentProvider => ({
  name: 'sumsub',
  async result(reference) {
    if (!REFERENCE.test(reference))
      return fail('QRG_PROVIDER_RESULT', { path: 'reference', what: 'not an id' });
    const path = join(folder, `${reference}.json`);
    const size = await stat(path).then(
      (file) => file.size,
      () => 0,
    );
    if (size > SUMSUB_MOST)
      return fail('QRG_PROVIDER_RESULT', { path: '—', what: `over ${SUMSUB_MOST} bytes` });
    return readSumsub(await readText(path));
  },
});
