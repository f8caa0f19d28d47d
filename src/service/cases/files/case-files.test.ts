import { createHash } from 'node:crypto';
import {
  copyFile,
  open as openFile,
  readdir,
  readFile,
  rename,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { describeOnStores } from '../../../store/test-stores.ts';
import type { Principal } from '../../access/principal.ts';
import { CaseWorld, codeOf, DAY, START } from '../case-world.fixture.ts';
import { addFile } from './add-file.ts';
import { caseFolder, FILE_MOST_BYTES, filePath } from './case-files.ts';
import { readFileOf } from './read-file.ts';
import { readSealed } from './sealed-file.ts';

/** More than two pieces, and no whole number of them. */
const BYTES = Buffer.from(Array.from({ length: 700_001 }, (_, i) => (i * 31 + (i >> 8)) & 255));

describeOnStores('files of cases', (open) => {
  let w: CaseWorld;
  let analyst: Principal;
  let auditor: Principal;
  let stranger: Principal;
  let caseId: number;
  beforeAll(async () => {
    w = await CaseWorld.make(await open());
    analyst = await w.person(['analyst']);
    auditor = await w.person(['auditor']);
    stranger = await w.person(['analyst'], w.other);
    ({ caseId } = await w.open(analyst));
  });

  async function* chunksOf(bytes: Buffer, size = 65_536): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const add = (bytes: Buffer, by = analyst) =>
    addFile(w.deps, by, caseId, {
      name: 'Выписка Тестова.pdf',
      media: 'application/pdf',
      chunks: chunksOf(bytes),
    });
  const read = async (fileId: number, by = analyst): Promise<Buffer> => {
    const parts: Uint8Array[] = [];
    for await (const part of (await readFileOf(w.deps, by, { caseId, fileId })).chunks)
      parts.push(part);
    return Buffer.concat(parts);
  };
  const pathOf = (fileId: number) => filePath(w.deps.dataDir, { folder: caseId, file_id: fileId });
  const stateOf = async (fileId: number) =>
    (await w.show(analyst, caseId)).files.find((file) => file.fileId === fileId)?.state;

  it('come back as they were brought, lie sealed, and are written down', async () => {
    const { file, version } = await add(BYTES);
    expect(file).toMatchObject({
      name: 'Выписка Тестова.pdf',
      bytes: BYTES.length,
      sha256: createHash('sha256').update(BYTES).digest('hex'),
      state: 'whole',
    });
    expect(version).toBe(await w.versionOf(caseId));
    expect((await read(file.fileId)).equals(BYTES)).toBe(true);
    const onDisk = await readFile(pathOf(file.fileId));
    expect(onDisk.includes(BYTES.subarray(1_000, 1_032))).toBe(false);
    expect(await w.audited(caseId)).toEqual(
      expect.arrayContaining(['case.file-add', 'case.file-look']),
    );
    expect(await w.auditText()).not.toContain('Тестова');
    // Nothing half written stays.
    const names = await readdir(caseFolder(w.deps.dataDir, caseId));
    expect(names.filter((name) => !name.endsWith('.sealed'))).toEqual([]);
  });

  it.each([1, 262_144, 262_145])('of %i bytes, too', async (size) => {
    const bytes = BYTES.subarray(0, size);
    const { file } = await add(bytes);
    expect((await read(file.fileId)).equals(bytes)).toBe(true);
  });

  it('are refused when empty, too large, cut off, or not for this person', async () => {
    const { length } = await readdir(caseFolder(w.deps.dataDir, caseId));
    expect(await codeOf(add(Buffer.alloc(0)))).toBe('QRG_CASE_FILE_EMPTY');
    expect(await codeOf(add(Buffer.alloc(FILE_MOST_BYTES + 1)))).toBe('QRG_CASE_FILE_LARGE');
    const cut = async function* () {
      yield BYTES;
      throw new Error('cut off');
    };
    const file = { name: 'x', media: 'text/plain', chunks: cut() };
    await expect(addFile(w.deps, analyst, caseId, file)).rejects.toThrow('cut off');
    expect(await codeOf(add(BYTES, auditor))).toBe('QRG_CASE_ROLE');
    expect(await codeOf(add(BYTES, stranger))).toBe('QRG_CASE_UNKNOWN');
    expect(await readdir(caseFolder(w.deps.dataDir, caseId))).toHaveLength(length);
    const own = (await w.show(analyst, caseId)).files[0].fileId;
    expect(await codeOf(read(own, stranger))).toBe('QRG_CASE_FILE_UNKNOWN');
  });

  it.each<[how: string, (path: string) => Promise<void>, state: string]>([
    ['one byte changed', (path) => flip(path, 300_000), 'changed'],
    ['the first byte changed', (path) => flip(path, 0), 'changed'],
    ['its end cut off', (path) => truncate(path, 400_000), 'changed'],
    [
      'a byte added',
      async (path) => writeFile(path, Buffer.concat([await readFile(path), Buffer.from('x')])),
      'changed',
    ],
    ['taken away', (path) => rm(path), 'missing'],
  ])('with %s it is not served, it shows, and once', async (_, change, state) => {
    const { file } = await add(BYTES);
    await change(pathOf(file.fileId));
    expect(await codeOf(read(file.fileId))).toBe('QRG_CASE_FILE_CHANGED');
    expect(await codeOf(read(file.fileId))).toBe('QRG_CASE_FILE_CHANGED');
    expect(await stateOf(file.fileId)).toBe(state);
    const { events } = await w.show(analyst, caseId);
    const told = events.filter(
      ({ detail, act }) => detail.file === file.fileId && act !== 'file_add',
    );
    expect(told).toMatchObject([{ act: `file_${state}`, by: null }]);
    expect(await w.audited(caseId)).toContain(`case.file-${state}`);
  });

  it('the clock finds it without anybody’s asking, and finds it whole again', async () => {
    const { file } = await add(BYTES);
    const path = pathOf(file.fileId);
    await copyFile(path, `${path}.kept`);
    await flip(path, 500_000);
    expect((await w.tick()).files).toBe(0);
    w.now = START + DAY;
    expect((await w.tick()).files).toBeGreaterThan(0);
    expect(await stateOf(file.fileId)).toBe('changed');
    await rename(`${path}.kept`, path);
    w.now = START + 2 * DAY;
    await w.tick();
    expect(await stateOf(file.fileId)).toBe('whole');
    expect((await read(file.fileId)).equals(BYTES)).toBe(true);
    w.now = START;
  });

  it('another file in its place, or a piece of one, is never served', async () => {
    const [one, two] = [await add(BYTES), await add(BYTES)];
    const [from, to] = [pathOf(two.file.fileId), pathOf(one.file.fileId)];
    const whole = await readFile(to);
    await copyFile(from, to);
    expect(await codeOf(read(one.file.fileId))).toBe('QRG_CASE_FILE_CHANGED');
    // After the check, while it streams: pieces of another file, or in another order, break off.
    const other = await readFile(from);
    const length = 4 + whole.readUInt32BE(0);
    await writeFile(to, Buffer.concat([whole.subarray(0, length), other.subarray(length)]));
    expect(await codeOf(drain(readSealed(w.store.vault, to)))).toBe('QRG_CASE_FILE_CHANGED');
    const swapped = [
      whole.subarray(length, 2 * length),
      whole.subarray(0, length),
      whole.subarray(2 * length),
    ];
    await writeFile(to, Buffer.concat(swapped));
    expect(await codeOf(drain(readSealed(w.store.vault, to)))).toBe('QRG_CASE_FILE_CHANGED');
    await writeFile(to, whole.subarray(0, 2 * length));
    expect(await codeOf(drain(readSealed(w.store.vault, to)))).toBe('QRG_CASE_FILE_CHANGED');
  });

  it('go along with a merge and are read there', async () => {
    const { file } = await add(BYTES);
    const { caseId: into } = await w.open(analyst);
    await w.act(analyst, caseId, { kind: 'merge', into, intoVersion: 1, reason: 'one ring' });
    expect(await codeOf(read(file.fileId))).toBe('QRG_CASE_FILE_UNKNOWN');
    const { chunks } = await readFileOf(w.deps, analyst, { caseId: into, fileId: file.fileId });
    expect((await drain(chunks)).equals(BYTES)).toBe(true);
  });
});

async function drain(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of chunks) parts.push(part);
  return Buffer.concat(parts);
}

async function flip(path: string, at: number): Promise<void> {
  const handle = await openFile(path, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  byte[0] ^= 1;
  await handle.write(byte, 0, 1, at);
  await handle.close();
}
