import type { CaseFile } from '../../domain/case/case-file.ts';
import { ok, type Result } from '../../domain/errors/catalogue.ts';
import { type GoamlOptions, writeGoaml } from '../../exchange/goaml/write-goaml.ts';
import type { Written } from '../../exchange/written.ts';
import { checkInWorker } from '../xml/check-in-worker.ts';
import type { XmlCheck } from '../xml/check-worker.ts';
import { readCodeTables } from './code-tables-file.ts';

export interface GoamlSettings {
  /** File of the unit's code tables; undefined: those that Qorgan ships. */
  readonly tables: string | undefined;
  /** The unit's XSD; undefined: reports are not checked. */
  readonly xsd: string | undefined;
}

export interface GoamlReport {
  readonly written: Written;
  /** What the unit's schema says of it; null when no schema is configured. */
  readonly check: XmlCheck | null;
}

/** Reports to the user's financial intelligence unit. */
export interface Goaml {
  /** Errors: those of `writeGoaml` and `checkInWorker`. A report that is not valid is given too, with what is wrong. */
  report(file: CaseFile, options?: Omit<GoamlOptions, 'tables'>): Promise<Result<GoamlReport>>;
}

/** Reads the tables once. Throws as `readCodeTables`. */
export async function openGoaml({ tables: path, xsd }: GoamlSettings): Promise<Goaml> {
  const tables = await readCodeTables(path);
  return {
    async report(file, options = {}) {
      const written = writeGoaml(file, { ...options, tables });
      if (!written.ok) return written;
      if (xsd === undefined) return ok({ written: written.value, check: null });
      const check = await checkInWorker(xsd, written.value.bytes);
      return check.ok ? ok({ written: written.value, check: check.value }) : check;
    },
  };
}
