import { basename, dirname, extname } from 'node:path';
import type { Problem } from '../../domain/errors/catalogue.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import { toReject } from '../../domain/reject.ts';
import { csvLine } from '../../report/csv.ts';
import type { NameMatch } from '../../screening/names/name-match.ts';
import { OutFolder, outError } from '../scan/out-folder.ts';
import { RejectLog } from '../scan/reject-log.ts';
import { ListedParties } from './listed-parties.ts';
import { type PartyRow, readParties } from './read-parties.ts';

export interface ScreenOptions {
  /** Whom to look for: a table with usual titles, or any other form of lists. */
  readonly file: string;
  readonly list: string;
  /** Where the hits go; what was not taken goes beside it, to NAME.rejects.csv. */
  readonly out: string;
  readonly threshold: number;
  readonly language: Language;
  /** In the language of the user. */
  explain(match: NameMatch): string;
}

export interface ScreenResult {
  /** Rows that were looked for, rows with a hit, hits. */
  readonly rows: number;
  readonly met: number;
  readonly hits: number;
  readonly entries: number;
  readonly rejected: number;
  readonly rejects: string;
}

const HEADER = ['row', 'name', 'entry', 'listed', 'score', 'birth', 'key', 'explanation'];
const FLUSH_LINES = 4096;

/**
 * Looks every party of a file up in a list. Both outputs appear whole, or not at all. Errors, thrown as QorganError: those
 * of `readParties` for either file, QRG_LIST_EMPTY for a list without an entry, QRG_OUT_….
 */
export async function screenFile(options: ScreenOptions): Promise<ScreenResult> {
  const name = basename(options.out);
  const rejects = `${basename(name, extname(name))}.rejects.csv`;
  const folder = await OutFolder.open(dirname(options.out));
  const log = new RejectLog(await folder.create(rejects));
  try {
    const listed = await readListed(options, log);
    const hits = await folder.create(name);
    const found = await screenRows(options, listed, log, (text) => hits.write(text)).finally(() =>
      hits.close(),
    );
    await log.close();
    await folder.publish();
    return { ...found, entries: listed.size, rejected: log.count, rejects };
  } catch (error) {
    throw error instanceof QorganError ? error : outError(error, dirname(options.out));
  } finally {
    await log.close().catch(() => undefined);
    await folder.discard();
  }
}

async function readListed(options: ScreenOptions, log: RejectLog): Promise<ListedParties> {
  const entries: Extract<PartyRow, { entry: unknown }>[] = [];
  for await (const row of readParties(options.list)) {
    if ('entry' in row) entries.push(row);
    else reject(log, options, options.list, row.line, row.fault);
    await log.drain();
  }
  if (entries.length === 0) throw new QorganError('QRG_LIST_EMPTY', { rejected: log.count });
  return new ListedParties(entries);
}

async function screenRows(
  options: ScreenOptions,
  listed: ListedParties,
  log: RejectLog,
  write: (text: string) => Promise<unknown>,
): Promise<Pick<ScreenResult, 'rows' | 'met' | 'hits'>> {
  const counts = { rows: 0, met: 0, hits: 0 };
  let lines = [csvLine(HEADER)];
  for await (const row of readParties(options.file)) {
    if ('fault' in row) reject(log, options, options.file, row.line, row.fault);
    else {
      const found = listed.search(row.entry, options.threshold);
      counts.rows++;
      counts.hits += found.length;
      if (found.length > 0) counts.met++;
      for (const hit of found) lines.push(hitLine(row.line, hit, listed, options));
    }
    await log.drain();
    if (lines.length < FLUSH_LINES) continue;
    await write(lines.join(''));
    lines = [];
  }
  await write(lines.join(''));
  return counts;
}

function hitLine(
  line: number,
  { name, match }: { name: string; match: NameMatch },
  listed: ListedParties,
  { explain }: ScreenOptions,
): string {
  const { entry, listed: text, score, birth, key } = match;
  return csvLine([
    line,
    name,
    listed.id(entry),
    text,
    score.toFixed(3),
    birth,
    key,
    explain(match),
  ]);
}

function reject(
  log: RejectLog,
  { language }: ScreenOptions,
  file: string,
  line: number,
  problem: Problem,
): void {
  log.add(toReject(basename(file), line, problem, language));
}
