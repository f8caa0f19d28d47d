import { expect, test } from 'vitest';
import { STATEMENT_BYTES_MOST } from '../../../src/http/contract/case-view.ts';
import { BYTES_MOST, chosen, dropped, FILES_MOST, isWanted } from './dropped-files.ts';

const file = (name: string): File => new File(['x'], name);

/** A folder as a browser gives it: a hundred children at a time. */
function folder(name: string, children: readonly object[]): FileSystemEntry {
  return {
    name,
    isFile: false,
    createReader() {
      let from = 0;
      return {
        readEntries: (done: (some: readonly object[]) => void) => {
          done(children.slice(from, from + 100));
          from += 100;
        },
      };
    },
  } as unknown as FileSystemEntry;
}

const entry = (name: string): FileSystemEntry =>
  ({
    name,
    isFile: true,
    file: (done: (one: File) => void) => done(file(name)),
  }) as unknown as FileSystemEntry;

const transferOf = (entries: readonly FileSystemEntry[]): DataTransfer =>
  ({
    items: entries.map((one) => ({ webkitGetAsEntry: () => one })),
    files: [],
  }) as unknown as DataTransfer;

test('what systems leave behind, and what is empty, is not sent', () => {
  expect(['.DS_Store', '~$kaspi.xlsx', 'Thumbs.db', 'kaspi.xlsx'].map(isWanted)).toEqual([
    false,
    false,
    false,
    true,
  ]);
  const { files } = chosen([file('б.csv'), new File([], 'empty.csv'), file('а.csv')]);
  expect(files.map(({ name }) => name)).toEqual(['а.csv', 'б.csv']);
});

test('a folder is walked with the folders in it', async () => {
  const inner = folder('2026', [entry('halyk.xlsx'), entry('.DS_Store')]);
  const { files } = await dropped(transferOf([folder('выписки', [entry('kaspi.xlsx'), inner])]));
  expect(files.map(({ name }) => name)).toEqual(['halyk.xlsx', 'kaspi.xlsx']);
});

test('of more than are taken the first are, and it is said so', async () => {
  const many = Array.from({ length: 250 }, (_, i) => entry(`${String(i).padStart(3, '0')}.csv`));
  const { files, isCut } = await dropped(transferOf([folder('all', many)]));
  expect(files).toHaveLength(FILES_MOST);
  expect(isCut).toBe(true);
});

test('what is too large is known before it is sent', () => {
  expect(BYTES_MOST).toBe(STATEMENT_BYTES_MOST);
});
