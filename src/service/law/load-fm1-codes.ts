import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Fm1Book, Fm1Table } from '../../exchange/fm1/code-book.ts';
import { FM1_CODES } from '../../exchange/fm1/field.ts';
import { dataFolder } from '../package-root.ts';
import { fm1File } from './fm1-schema.ts';
import { actsFile } from './law-schema.ts';
import { lawFileError, readYaml } from './read-yaml.ts';

/** Codes that a user's officer loads: the list of 2026 is public to nobody here. */
const LOADED_BY_USERS = 'signs';

/**
 * Reads and checks the tables of codes of form FM-1. Throws QRG_LAW_FILE naming file, line and place of what is wrong: a table or a
 * code that stands twice for one day, an act that is not there, a table that requisites ask for and no file has.
 */
export async function loadFm1Codes(
  country = 'kz',
  folder = join(dataFolder, 'law', country),
): Promise<Fm1Book> {
  const names = (await readdir(join(folder, 'fm1'))).filter((name) => name.endsWith('.yaml'));
  const acts = await readYaml(folder, 'acts.yaml', actsFile);
  const book = new Map<string, Fm1Table>();
  for (const name of names.sort()) {
    const { value, place } = await readYaml(folder, `fm1/${name}`, fm1File);
    for (const [i, entry] of value.tables.entries()) {
      const where = place(['tables', i]);
      if (book.has(entry.table)) throw lawFileError(where, entry.table, 'is there twice');
      if (!Object.hasOwn(acts.value.acts, entry.act))
        throw lawFileError(where, entry.act, 'is not in acts.yaml');
      const table = tableOf(entry);
      const twice = twiceIn(table);
      if (twice !== undefined) throw lawFileError(where, twice, 'holds twice for one day');
      book.set(table.table, table);
    }
  }
  const missing = FM1_CODES.find((table) => table !== LOADED_BY_USERS && !book.has(table));
  if (missing !== undefined) throw lawFileError('fm1', missing, 'has no table');
  return book;
}

function tableOf({
  effective,
  codes,
  ...rest
}: z.output<typeof fm1File>['tables'][number]): Fm1Table {
  return {
    ...rest,
    codes: codes.map(({ code, ru, kk, en, from, to, suspicious }) => ({
      code,
      title: { ru, kk, en },
      from: from ?? effective.from,
      to: to ?? effective.to ?? null,
      suspicious,
    })),
  };
}

function twiceIn({ codes }: Fm1Table): string | undefined {
  const END = '9999-12-31';
  return codes.find((one, i) =>
    codes
      .slice(0, i)
      .some(
        (other) =>
          other.code === one.code && other.from <= (one.to ?? END) && one.from <= (other.to ?? END),
      ),
  )?.code;
}
