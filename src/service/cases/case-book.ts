import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../law/read-yaml.ts';
import { dataFolder } from '../package-root.ts';

/** When the system opens cases, and what the queue goes by. */
export interface CaseBook {
  readonly opens: {
    /** 0..1, of a network. */
    readonly certaintyLeast: number;
    readonly harmLeastMinor: number;
    /** Cases of one institution a day. */
    readonly dayMost: number;
  };
  /** Share of harm that stands beside money in reach. */
  readonly harmShare: number;
}

const why = { reason: z.string().min(20), source: z.string().min(3) };
const bookFile = z.strictObject({
  country: z.literal('kz'),
  opens: z.strictObject({
    certainty_least: z.number().min(0).max(1),
    harm_least: z.int().min(0).max(1e12),
    day_most: z.int().min(0).max(1_000),
    ...why,
  }),
  priority: z.strictObject({ harm_share: z.number().min(0).max(1), ...why }),
});

const MINOR_IN_TENGE = 100;

/** Reads the rules of cases of a country. Throws QRG_LAW_FILE, QRG_FILE_UNREADABLE. */
export async function loadCaseBook(folder = join(dataFolder, 'cases')): Promise<CaseBook> {
  const { value } = await readYaml(folder, 'kz.yaml', bookFile);
  const { opens, priority } = value;
  return {
    opens: {
      certaintyLeast: opens.certainty_least,
      harmLeastMinor: opens.harm_least * MINOR_IN_TENGE,
      dayMost: opens.day_most,
    },
    harmShare: priority.harm_share,
  };
}
