import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOn, codesOn } from '../../exchange/fm1/code-book.ts';
import { dataFolder } from '../package-root.ts';
import { loadFm1Codes } from './load-fm1-codes.ts';

const OURS = join(dataFolder, 'law', 'kz');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qorgan-fm1-'));
  await mkdir(join(folder, 'fm1'));
  await cp(join(OURS, 'fm1'), join(folder, 'fm1'), { recursive: true });
  await cp(join(OURS, 'acts.yaml'), join(folder, 'acts.yaml'));
});
afterEach(() => rm(folder, { recursive: true }));

async function changed(file: string, from: string, to: string): Promise<void> {
  const path = join(folder, 'fm1', file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

const refused = (what: Record<string, string>) =>
  expect(loadFm1Codes('kz', folder)).rejects.toMatchObject({
    problem: { code: 'QRG_LAW_FILE', args: what },
  });

test('every table is there, dated, from a named edition, and none passes for verified', async () => {
  const book = await loadFm1Codes();
  expect([...book.keys()].sort()).toEqual([
    'client_subject',
    'currencies',
    'deals',
    'document_types',
    'documents',
    'entities',
    'foreign_person',
    'grounds',
    'operation_states',
    'operations',
    'participant_types',
    'participants',
    'property_kinds',
    'roles',
  ]);
  for (const table of book.values()) {
    expect(table.verified).toBe('no');
    expect(table.edition).toBe('2025-07-10');
    expect(table.note.ru).toContain('№ 22');
  }
  expect(codeOn(book, 'operations', '0911', '2026-11-25')?.title.ru).toContain('безвозмездной');
  expect(codeOn(book, 'operations', '6062', '2026-11-25')?.suspicious).toBe(true);
  expect(codesOn(book, 'operations', '2026-11-25')).toHaveLength(67);
  expect(codesOn(book, 'operations', '2021-01-01')).toEqual([]);
  expect(codesOn(book, 'entities', '2026-11-25')).toHaveLength(42);
  expect(codesOn(book, 'documents', '2026-11-25')).toHaveLength(12);
  expect(codesOn(book, 'no such table', '2026-11-25')).toEqual([]);
});

test('a code that holds twice for one day is refused', async () => {
  await changed('documents.yaml', "{ code: '02',", "{ code: '01',");
  await refused({ path: '01', what: 'holds twice for one day' });
});

test('the same code in two editions, one after the other, is taken', async () => {
  await changed(
    'documents.yaml',
    "{ code: '02',",
    "{ code: '01', from: 2026-04-01, ru: A, kk: Б, en: C }\n      - { code: '02',",
  );
  await changed('documents.yaml', "{ code: '01', ru", "{ code: '01', to: 2026-03-31, ru");
  const book = await loadFm1Codes('kz', folder);
  expect(codeOn(book, 'documents', '01', '2026-03-31')?.title.en).toBe(
    'Identity card of a citizen',
  );
  expect(codeOn(book, 'documents', '01', '2026-04-01')?.title.en).toBe('C');
});

test('a table that is there twice, and one that is missing, are refused', async () => {
  await changed('documents.yaml', 'table: documents', 'table: entities');
  await refused({ path: 'entities', what: 'is there twice' });
  await changed('documents.yaml', 'table: entities', 'table: something');
  await refused({ path: 'documents', what: 'has no table' });
});

test('an unknown word and an unknown act are refused with their place', async () => {
  await changed('documents.yaml', 'mark: P', 'marks: P');
  await expect(loadFm1Codes('kz', folder)).rejects.toMatchObject({
    problem: { code: 'QRG_LAW_FILE' },
  });
  await changed('documents.yaml', 'marks: P', 'mark: P');
  await changed('documents.yaml', 'act: afm-rules', 'act: nowhere');
  await refused({ path: 'nowhere', what: 'is not in acts.yaml' });
});
