import { ok, type Result } from '../../domain/errors/catalogue.ts';
import { LOCAL_OFFSET_MS } from '../../domain/local-day.ts';
import type { DocumentState } from '../risk/profile.ts';
import { compareDocument, type ToldDocument, type ToldHolder } from './compare-document.ts';
import { type Mrz, readMrz } from './mrz.ts';

const DAY_MS = 86_400_000;

/** The moment from which a document is expired whose last valid day, local, is 'YYYY-MM-DD'. */
const expiryAfter = (day: string): number => Date.parse(day) + DAY_MS - LOCAL_OFFSET_MS;

/**
 * What a rating needs to know of a document. Where the zone and the customer tell two days of expiry, the earlier one counts,
 * and they do not agree. Fails as `readMrz` does: a zone that cannot be read at all is sent back and not rated.
 */
export function documentStateOf(
  document: ToldDocument & { readonly mrz?: string | undefined },
  holder: ToldHolder,
): Result<DocumentState> {
  const read = document.mrz === undefined ? undefined : readMrz(document.mrz);
  if (read?.ok === false) return read;
  const mrz: Mrz | undefined = read?.value;
  const [expiresAt] = [mrz?.expiresOn, document.expiresOn]
    .filter((day): day is string => day !== undefined)
    .map(expiryAfter)
    .sort((a, b) => a - b);
  return ok({
    kind: document.kind,
    mrz: mrz?.state ?? 'absent',
    ...(expiresAt !== undefined && { expiresAt }),
    agrees:
      mrz === undefined ||
      compareDocument(mrz, document, holder).every(({ is }) => is !== 'differs'),
  });
}
