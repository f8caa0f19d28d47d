import type { CaseDeps } from '../cases/deps.ts';
import { readCodeTables } from '../goaml/code-tables-file.ts';
import { openEvidenceKey } from '../watch/evidence/evidence-key.ts';
import type { PackageDeps } from './deps.ts';
import { packageFormats } from './formats.ts';
import { loadExchangeGrounds } from './load-exchange-grounds.ts';

/**
 * Packages as an installation is configured: its law, and the codes of its FIU (`goamlTables`: a file; those that ship without one).
 * Throws QRG_LAW_FILE, QRG_GOAML_TABLES, QRG_FILE_UNREADABLE.
 */
export async function openPackages(
  cases: CaseDeps,
  goamlTables: string | undefined,
): Promise<PackageDeps> {
  const [grounds, tables] = await Promise.all([loadExchangeGrounds(), readCodeTables(goamlTables)]);
  return {
    cases,
    grounds,
    formats: packageFormats(tables),
    evidenceKey: () => openEvidenceKey(cases.dataDir),
  };
}
