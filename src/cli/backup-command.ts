import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { readConfiguration } from '../service/configuration/read-configuration.ts';
import { storeOptionsOf } from '../service/configuration/store-options.ts';
import { backup } from '../store/backup/backup.ts';
import type { Manifest } from '../store/backup/backup-format.ts';
import { restore } from '../store/backup/restore.ts';
import { languageOf, readArguments } from './arguments.ts';
import { withStore } from './configured-store.ts';
import { noteAct } from './note-act.ts';
import { say } from './texts.ts';

/** `qorgan backup FILE`: all tables as they are at one moment; the service may go on meanwhile. */
export async function runBackup(args: readonly string[], terminal: Language): Promise<number> {
  const { file, language } = fileAndLanguage('backup', args, terminal);
  const manifest = await withStore(process.env, async ({ store }) => {
    // Before, so that no copy is without the record of itself, and its record ends as ours does.
    await noteAct(store, { action: 'store.backup', object: 'store:1', detail: { file } });
    return backup(store, file);
  });
  process.stdout.write(`${say('backedUp', language, { file, ...countsOf(manifest) })}\n`);
  return 0;
}

/** `qorgan restore FILE`: into an empty database, all of it or nothing. */
export async function runRestore(args: readonly string[], terminal: Language): Promise<number> {
  const { file, language } = fileAndLanguage('restore', args, terminal);
  const { values } = await readConfiguration(process.env);
  const manifest = await restore(storeOptionsOf(values), file);
  process.stdout.write(`${say('restored', language, countsOf(manifest))}\n`);
  return 0;
}

const countsOf = ({ tables }: Manifest) => ({
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
});

function fileAndLanguage(command: string, args: readonly string[], terminal: Language) {
  const { values, positionals } = readArguments(args, { lang: { type: 'string' } });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new QorganError('QRG_USAGE', { what: `${command} FILE` });
  return { file, language: languageOf(values.lang, terminal) };
}
