import { setImmediate as nextTurn } from 'node:timers/promises';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { postOfRow } from '../../../watch/sources/row-post.ts';
import { boundedPost } from '../../../watch/sources/source-post.ts';
import { TelegramExport } from '../../../watch/sources/telegram-export.ts';
import { type Collected, Gathering, MOST_POSTS, type SourceToCollect } from './collected.ts';
import { addPostsOf } from './posts-of-answer.ts';
import { rowReader } from './rows-file.ts';
import { type WarcFault, warcRecords } from './warc-file.ts';
import { responseOf } from './warc-response.ts';

/** So few bytes at once that other work of the process gets its turn between. */
const SLICE_BYTES = 1 << 16;

type FileBytes = Uint8Array;

/**
 * Posts of a file that was handed over. What is beyond the limits of one look is told as a reject: a file is read once, a
 * larger one is to be cut.
 * Throws QorganError QRG_WATCH_EXPORT, QRG_WATCH_ROW_COLUMNS, QRG_LIST_JSON, QRG_WATCH_WARC for a file that is no such file.
 */
export async function collectFile(
  { kind, file }: SourceToCollect,
  now: () => number,
): Promise<Collected> {
  if (file === undefined) throw new QorganError('QRG_WATCH_INPUT');
  const gathering = new Gathering();
  if (kind === 'telegram_export') await addExport(gathering, file.bytes);
  else if (kind === 'warc') await addWarc(gathering, file.bytes);
  else await addRows(gathering, file.bytes, now());
  return gathering.collected({});
}

async function* slices(bytes: FileBytes): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
    await nextTurn();
    yield bytes.subarray(from, from + SLICE_BYTES);
  }
}

async function addExport(gathering: Gathering, bytes: FileBytes): Promise<void> {
  const reader = new TelegramExport();
  const take = () => {
    const { posts, rejects } = reader.take();
    for (const post of posts) gathering.add(post);
    gathering.rejects.push(...rejects);
  };
  for await (const slice of slices(bytes)) {
    reader.write(slice);
    take();
    if (gathering.isFull) return tellFull(gathering);
    if (reader.isBroken) break;
  }
  const problem = reader.end();
  take();
  if (problem === undefined) return;
  if (gathering.posts.length === 0) throw new QorganError('QRG_WATCH_EXPORT', { reason: problem });
  gathering.refuse({ code: 'QRG_WATCH_EXPORT', args: { reason: problem } }, 0);
}

async function addRows(gathering: Gathering, bytes: FileBytes, readAt: number): Promise<void> {
  const reader = rowReader(bytes.subarray(0, 4 * SLICE_BYTES), bytes.length <= 4 * SLICE_BYTES, {
    row(cells, line) {
      const post = postOfRow(cells, line, readAt);
      if (post.ok) gathering.addBounded(boundedPost(post.value), line);
      else gathering.refuse(post.problem, line);
    },
    refused: (code, line) => gathering.refuse({ code, args: {} }, line),
  });
  for await (const slice of slices(bytes)) {
    reader.write(slice);
    if (gathering.isFull) return tellFull(gathering);
  }
  reader.end();
}

async function addWarc(gathering: Gathering, bytes: FileBytes): Promise<void> {
  for await (const record of warcRecords(slices(bytes))) {
    if ('reason' in record) {
      tellFault(gathering, record);
      continue;
    }
    const answer = await responseOf(record);
    if (answer === undefined) continue;
    if (answer.ok) addPostsOf(gathering, answer.value, record.number);
    else gathering.refuse(answer.problem, record.number);
    if (gathering.isFull) return tellFull(gathering);
  }
}

function tellFault(gathering: Gathering, { number, reason }: WarcFault): void {
  if (reason === 'format') throw new QorganError('QRG_WATCH_WARC', { reason });
  gathering.refuse({ code: 'QRG_WATCH_WARC', args: { reason } }, number);
}

function tellFull(gathering: Gathering): void {
  const most = Math.min(MOST_POSTS, gathering.posts.length);
  gathering.rejects.push({ line: 0, effect: 'cut', code: 'QRG_WATCH_MANY', args: { most } });
}
