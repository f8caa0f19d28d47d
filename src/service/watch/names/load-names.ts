import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { yamlLine } from '../../../domain/yaml-line.ts';
import type { NamesData } from '../../../watch/extract/named-things.ts';
import type { NamedEntry } from '../../../watch/extract/named-words.ts';
import { banksFile, brandsFile, citiesFile } from '../../../watch/extract/names-schema.ts';
import { dataFolder } from '../../package-root.ts';
import { readText } from '../../read-text.ts';

/** Reads data/lexicon/{banks,brands,cities}.yaml. Throws QRG_WATCH_NAMES with file and line, or QRG_FILE_UNREADABLE. */
export async function loadNames(folder = join(dataFolder, 'lexicon')): Promise<NamesData> {
  const [banks, brands, cities] = await Promise.all([
    readNames(folder, 'banks.yaml', banksFile),
    readNames(folder, 'brands.yaml', brandsFile),
    readNames(folder, 'cities.yaml', citiesFile),
  ]);
  return {
    currency: cities.currency,
    banks: banks.entries,
    brands: brands.entries,
    cities: cities.entries,
  };
}

async function readNames<T extends { readonly entries: readonly NamedEntry[] }>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
): Promise<T> {
  const lines = new LineCounter();
  const document = parseDocument(await readText(join(folder, file)), { lineCounter: lines });
  const refuse = (line: number, what: string): never => {
    throw new QorganError('QRG_WATCH_NAMES', { file, line, what });
  };
  const [broken] = document.errors;
  if (broken !== undefined) return refuse(lines.linePos(broken.pos[0]).line, broken.code);
  const read = schema.safeParse(document.toJS());
  if (!read.success) {
    const { path, message } = read.error.issues[0];
    return refuse(yamlLine(document, lines, path), `${path.join('.')}: ${message}`);
  }
  const twice = secondMeaning(read.data.entries);
  if (twice !== undefined)
    return refuse(yamlLine(document, lines, ['entries', twice.entry]), twice.what);
  return read.data;
}

/** An id or a word that stands in two entries, or an entry without a word. */
function secondMeaning(
  entries: readonly NamedEntry[],
): { entry: number; what: string } | undefined {
  const seen = new Set<string>();
  for (const [entry, { id, words, capital = [], hidden = [] }] of entries.entries()) {
    const all = [...words, ...capital, ...hidden];
    if (all.length === 0) return { entry, what: `${id}: no words` };
    for (const key of [`id ${id}`, ...all]) {
      if (seen.has(key)) return { entry, what: `${key}: twice` };
      seen.add(key);
    }
  }
  return undefined;
}
