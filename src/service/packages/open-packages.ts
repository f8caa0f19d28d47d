import type { CaseDeps } from '../cases/deps.ts';
import type { Configuration } from '../configuration/settings.ts';
import { readCodeTables } from '../goaml/code-tables-file.ts';
import { openEvidenceKey } from '../watch/evidence/evidence-key.ts';
import type { PackageDeps } from './deps.ts';
import { packageFormats } from './formats.ts';
import { loadExchangeGrounds } from './load-exchange-grounds.ts';

/**
 * Packages as an installation is configured: its law, and the codes and schema of its FIU (`goamlTables`, `goamlXsd`: files; without one,
 * the codes that ship, and no check).
 * Throws QRG_LAW_FILE, QRG_GOAML_TABLES, QRG_FILE_UNREADABLE.
 */
export async function openPackages(
  cases: CaseDeps,
  { goamlTables, goamlXsd }: Pick<Configuration, 'goamlTables' | 'goamlXsd'>,
): Promise<PackageDeps> {
  const [grounds, tables] = await Promise.all([loadExchangeGrounds(), readCodeTables(goamlTables)]);
  return {
    cases,
    grounds,
    tables,
    formats: packageFormats(tables, goamlXsd),
    evidenceKey: () => openEvidenceKey(cases.dataDir),
  };
}
