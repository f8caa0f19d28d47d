import { dateOfDay, dayAt } from '../../../law/calendar.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import type { FilingDeps } from '../deps.ts';
import { findFiling, numberOf, openDocument } from '../filing-row.ts';
import { filingPage } from './filing-page.ts';
import type { PageLanguage } from './page-words.ts';
import { writeFilingPdf } from './write-pdf.ts';

/** A notice as a page for people; the look is written down. Throws QRG_FILING_UNKNOWN. */
export async function showPdf(
  { cases: { store, audit, law }, codes }: FilingDeps,
  principal: Principal,
  filingId: number,
  language: PageLanguage,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const row = await store.read(scopeOf(principal), (trx) => findFiling(trx, filingId));
  await audit.append({
    actor: principal,
    institutionId: row.institution_id,
    action: 'filing.file-look',
    object: `filing:${filingId}`,
    detail: { which: 'pdf' },
  });
  const { calendar } = law;
  const day = dateOfDay(dayAt(calendar, row.approved_at ?? row.updated_at));
  const page = filingPage(row, openDocument(store, row), { codes, calendar, language, day });
  const name = `fm1-${numberOf(row) ?? `draft-${filingId}`}-${language}.pdf`;
  return { name, bytes: await writeFilingPdf(page, row.updated_at) };
}
