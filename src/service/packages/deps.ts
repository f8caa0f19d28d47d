import type { CodeTables } from '../../exchange/goaml/code-tables.ts';
import type { ExchangeGrounds } from '../../exchange/package/exchange-ground.ts';
import type { CaseDeps } from '../cases/deps.ts';
import type { EvidenceKey } from '../watch/evidence/evidence-key.ts';
import type { Formats } from './formats.ts';

/** What the use cases of packages stand on: a package is made of a case. */
export interface PackageDeps {
  readonly cases: CaseDeps;
  readonly grounds: ExchangeGrounds;
  /** Formats that this installation can make. */
  readonly formats: Formats;
  /** Codes of the user's FIU. */
  readonly tables: CodeTables;
  /** The key that signs evidence, as it is now. */
  evidenceKey(): Promise<EvidenceKey>;
}
