import { copyFile, mkdtemp, open as openFile, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CaseWorld } from '../../service/cases/case-world.fixture.ts';
import { addFile } from '../../service/cases/files/add-file.ts';
import { filePath } from '../../service/cases/files/case-files.ts';
import { readSealed } from '../../service/cases/files/sealed-file.ts';
import { masterKeyFile } from '../master-key.ts';
import { openStore } from '../store.ts';
import { describeOnBothStores } from '../test-stores.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const BYTES = Buffer.alloc(600_000, 'a file of a case ');

describeOnBothStores('files of cases in a backup', (open, place) => {
  let dir: string;
  let w: CaseWorld;
  let caseId: number;
  const files: number[] = [];
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'qorgan-backup-'));
    w = await CaseWorld.make(await open());
    const analyst = await w.person(['analyst']);
    ({ caseId } = await w.open(analyst));
    for (const bytes of [BYTES, BYTES.subarray(0, 1), BYTES.subarray(1)]) {
      const chunks = (async function* () {
        yield bytes;
      })();
      const brought = { name: 'x', media: 'text/plain', chunks };
      files.push((await addFile(w.deps, analyst, caseId, brought)).file.fileId);
    }
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const pathIn = (dataDir: string, file: number) =>
    filePath(dataDir, { folder: caseId, file_id: file });

  it('come back as they lay, but one that was gone; a changed backup is refused', async () => {
    await rm(pathIn(w.store.dataDir, files[2]));
    const copy = join(dir, 'copy.qorgan');
    expect((await backup(w.store, copy)).files).toMatchObject({ count: 2 });
    const options = await place.freshOptions();
    await copyFile(masterKeyFile(place.options().dataDir), masterKeyFile(options.dataDir));
    const { files: section } = await restore(options, copy);
    for (const file of files.slice(0, 2))
      expect(
        (await readFile(pathIn(options.dataDir, file))).equals(
          await readFile(pathIn(w.store.dataDir, file)),
        ),
      ).toBe(true);
    await expect(readFile(pathIn(options.dataDir, files[2]))).rejects.toThrow('ENOENT');
    const again = await openStore(options);
    const parts: Uint8Array[] = [];
    for await (const part of readSealed(again.vault, pathIn(options.dataDir, files[0])))
      parts.push(part);
    expect(Buffer.concat(parts).equals(BYTES)).toBe(true);
    await again.close();

    const handle = await openFile(copy, 'r+');
    await handle.write(Buffer.from('x'), 0, 1, section!.from + 300_000);
    await handle.close();
    const other = await place.freshOptions();
    await copyFile(masterKeyFile(place.options().dataDir), masterKeyFile(other.dataDir));
    await expect(restore(other, copy)).rejects.toMatchObject({
      problem: { code: 'QRG_BACKUP_DAMAGED' },
    });
  });
});
