import { basename, dirname, extname } from 'node:path';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import { isUnlawful } from '../../../domain/post.ts';
import { toReject } from '../../../domain/reject.ts';
import { fileChunks } from '../../../intake/text/file-chunks.ts';
import { TextLines } from '../../../intake/text/text-lines.ts';
import { rejectOfError } from '../../../intake/unreadable.ts';
import { extract } from '../../../watch/extract/extract.ts';
import type { Contact } from '../../../watch/extract/found.ts';
import { type NamedThings, namedThings } from '../../../watch/extract/named-things.ts';
import type { PostReader } from '../../../watch/read/reader.ts';
import { OutFolder, outError } from '../../scan/out-folder.ts';
import { RejectLog } from '../../scan/reject-log.ts';
import { loadNames } from '../names/load-names.ts';
import { loadReader } from './load-reader.ts';
import { type PostLine, readPostLine } from './post-line.ts';

export interface ClassifyOptions {
  /** One {id, text} a line, plain or gzip. */
  readonly file: string;
  /** One reading a line; what was not taken goes beside it, to NAME.rejects.csv. */
  readonly out: string;
  readonly language: Language;
}

export interface Classified {
  readonly posts: number;
  /** Posts that recruit or sell drugs, by the reader. */
  readonly unlawful: number;
  readonly rejected: number;
  readonly rejects: string;
}

const FLUSH_LINES = 1024;

/**
 * Reads every post of a file. Both outputs appear whole, or not at all. Errors, thrown as QorganError: QRG_FILE_… for a file
 * that cannot be read, QRG_WATCH_LEXICON, QRG_WATCH_NAMES, QRG_OUT_….
 */
export async function classifyFile(options: ClassifyOptions): Promise<Classified> {
  const reader = await loadReader();
  const names = namedThings(await loadNames());
  const name = basename(options.out);
  const rejects = `${basename(name, extname(name))}.rejects.csv`;
  const folder = await OutFolder.open(dirname(options.out));
  const log = new RejectLog(await folder.create(rejects));
  try {
    const out = await folder.create(name);
    const counts = await classifyLines(options, { reader, names }, log, (text) =>
      out.write(text),
    ).finally(() => out.close());
    await log.close();
    await folder.publish();
    return { ...counts, rejected: log.count, rejects };
  } catch (error) {
    throw error instanceof QorganError ? error : outError(error, dirname(options.out));
  } finally {
    await log.close().catch(() => undefined);
    await folder.discard();
  }
}

interface By {
  readonly reader: PostReader;
  readonly names: NamedThings;
}

async function classifyLines(
  { file, language }: ClassifyOptions,
  by: By,
  log: RejectLog,
  write: (text: string) => Promise<unknown>,
): Promise<Pick<Classified, 'posts' | 'unlawful'>> {
  const counts = { posts: 0, unlawful: 0 };
  let lines: string[] = [];
  const refuse = (line: number, code: Parameters<typeof toReject>[2]['code']): void =>
    log.add(toReject(basename(file), line, { code, args: {} }, language));
  const take = (post: PostLine): void => {
    const reading = readingOf(post, by);
    counts.posts++;
    if (isUnlawful(reading.label)) counts.unlawful++;
    lines.push(`${JSON.stringify(reading)}\n`);
  };
  const cut = new TextLines({
    line(bytes, from, to, line) {
      const post = readPostLine(Buffer.from(bytes.subarray(from, to)).toString('utf8'));
      if (post.ok) take(post.value);
      else refuse(line, post.problem.code);
    },
    tooLong: (line) => refuse(line, 'QRG_ROW_LONG'),
  });
  const flush = async (): Promise<void> => {
    await log.drain();
    const text = lines.join('');
    lines = [];
    await write(text);
  };
  for await (const bytes of bytesOf(file)) {
    cut.write(bytes);
    if (lines.length >= FLUSH_LINES) await flush();
  }
  cut.end();
  await flush();
  return counts;
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const { bytes } of fileChunks(path, path.endsWith('.gz'))) yield bytes;
  } catch (error) {
    const { code, args } = rejectOfError(error, path);
    throw new QorganError(code, args);
  }
}

const readingOf = ({ id, text }: PostLine, { reader, names }: By) => ({
  id,
  ...reader.read(text),
  identifiers: extract(text, names).contacts.map(identifierOf),
});

/** A contact as a file may hold it: of a card its issuer and its end, never the number. */
function identifierOf({ kind, value, start, end }: Contact) {
  return kind === 'card'
    ? { kind, first6: value.slice(0, 6), last4: value.slice(-4), start, end }
    : { kind, value, start, end };
}
