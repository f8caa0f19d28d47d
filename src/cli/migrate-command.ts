import type { Language } from '../domain/language.ts';
import { readConfiguration } from '../service/configuration/read-configuration.ts';
import { connectAlone } from '../store/connection.ts';
import { openDatabase } from '../store/database.ts';
import { migrate, schemaState } from '../store/migrate.ts';
import { languageOf, readArguments } from './arguments.ts';
import { say } from './texts.ts';

/** `qorgan migrate`: brings the schema of the configured database up to date. */
export async function runMigrate(args: readonly string[], terminal: Language): Promise<number> {
  const { values: options } = readArguments(args, { lang: { type: 'string' } });
  const language = languageOf(options.lang, terminal);
  const { values } = await readConfiguration(process.env);
  const database = await openDatabase({ dataDir: values.data, databaseUrl: values.databaseUrl });
  try {
    const client = await connectAlone(database.connection());
    try {
      const { pending } = await schemaState(client);
      await migrate(client);
      const applied = pending.map(({ id }) => id).join(', ');
      const said = pending.length === 0 ? 'migratedNothing' : 'migrated';
      process.stdout.write(`${say(said, language, { applied })}\n`);
    } finally {
      await client.end();
    }
  } finally {
    await database.close();
  }
  return 0;
}
