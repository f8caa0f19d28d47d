import { join } from 'node:path';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { makeFolder } from '../service/scan/make-folder.ts';
import { outError } from '../service/scan/out-folder.ts';
import type { SimOptions, SimWorld } from '../sim/model.ts';
import { simulate } from '../sim/simulate.ts';
import { caseFolder } from '../sim/statements/case-folder.ts';
import { writeWorld } from '../sim/write.ts';
import { languageOf, readArguments, wholeNumber } from './arguments.ts';
import { say } from './texts.ts';

const MOST = 2 ** 32 - 1;

/** Where --statements puts its files, inside DIR. */
const STATEMENTS = 'statements';

/** `qorgan simulate --seed N --days D --people P --out DIR [--statements]`. */
export async function runSimulate(args: readonly string[], terminal: Language): Promise<number> {
  const { values } = readArguments(args, {
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '60' },
    people: { type: 'string', default: '2000' },
    out: { type: 'string', default: 'qorgan-town' },
    statements: { type: 'boolean', default: false },
    lang: { type: 'string' },
  });
  const language = languageOf(values.lang, terminal);
  const world = worldOf({
    seed: wholeNumber('seed', values.seed, 0, MOST),
    days: wholeNumber('days', values.days, 1, MOST),
    people: wholeNumber('people', values.people, 1, MOST),
  });
  const failed = (error: unknown) => {
    throw outError(error, values.out);
  };
  await makeFolder(values.out).catch(failed);
  const written = await writeWorld(world, values.out).catch(failed);
  const folder = join(values.out, STATEMENTS);
  const handed = values.statements ? await caseOf(world, folder).catch(failed) : undefined;
  const mules = world.truth.filter((t) => t.role !== 'none' && t.role !== 'victim').length;
  const { transfers, accounts } = written;
  process.stdout.write(
    `${say('simulated', language, { transfers, accounts, mules, dir: values.out })}\n`,
  );
  if (handed !== undefined)
    process.stdout.write(`${say('statements', language, { ...handed, dir: folder })}\n`);
  return 0;
}

/** Statements of one case of the town; a town too small to have one is QRG_USAGE. */
async function caseOf(world: SimWorld, dir: string): Promise<{ files: number; banks: number }> {
  const { seed } = world.options;
  const { files } = await caseFolder(world, dir, { seed }).catch((error: unknown) => {
    if (error instanceof RangeError)
      throw new QorganError('QRG_USAGE', { what: `--statements: ${error.message}` });
    throw error;
  });
  const banks = new Set(files.map(({ account }) => world.accounts[account].bank)).size;
  // The damaged file and the unknown one are in the folder too.
  return { files: files.length + 2, banks };
}

/** A world, or QRG_USAGE with the bounds that the simulation sets. */
function worldOf(options: SimOptions): SimWorld {
  try {
    return simulate(options);
  } catch (error) {
    if (error instanceof RangeError) throw new QorganError('QRG_USAGE', { what: error.message });
    throw error;
  }
}
