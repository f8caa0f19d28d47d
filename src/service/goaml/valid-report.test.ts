import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { writeGoaml } from '../../exchange/goaml/write-goaml.ts';
import { DEFAULT_TABLES, readCodeTables } from './code-tables-file.ts';
import { validReport } from './valid-report.ts';

const SCHEMA = '../shared/data/goaml/goaml-5.0.2.xsd';
const folder = mkdtempSync(join(tmpdir(), 'qorgan-goaml-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const shipped = readFileSync(DEFAULT_TABLES, 'utf8');
const reportOf = async (tables: string | undefined, rentityId?: number): Promise<Uint8Array> => {
  const report = writeGoaml(caseFileFixture(), {
    tables: await readCodeTables(tables),
    ...(rentityId !== undefined && { rentityId }),
  });
  if (!report.ok) throw new Error(report.problem.code);
  return report.value.bytes;
};

test('the tables of a unit are a file: its codes and numbers are what the report says', async () => {
  const own = '  qala: { rentityId: 4321, branch: Head office }';
  const tables = shipped
    .replace('transfer: ELCFT', 'transfer: XYZ')
    .replace('  town-kaspi: { rentityId: 1 }', own);
  const text = new TextDecoder().decode(await reportOf(fileOf('unit.yaml', tables)));
  expect(text).toContain('<rentity_id>4321</rentity_id>');
  expect(text).toContain('<rentity_branch>Head office</rentity_branch>');
  expect(text).toContain('<transmode_code>XYZ</transmode_code>');
});

test('a table that is wrong is told by its line', async () => {
  const wrong = shipped.replace('localCurrency: KZT', 'localCurrency: tenge');
  const line = shipped.split('\n').findIndex((one) => one.startsWith('localCurrency')) + 1;
  await expect(readCodeTables(fileOf('wrong.yaml', wrong))).rejects.toMatchObject({
    problem: { code: 'QRG_GOAML_TABLES', args: { line, path: 'localCurrency' } },
  });
});

test.skipIf(!existsSync(SCHEMA))(
  'a report is held to the schema, and told what is wrong',
  async () => {
    expect(await validReport(SCHEMA, await reportOf(undefined, 7))).toMatchObject({ ok: true });
    const tables = fileOf('codes.yaml', shipped.replace('transfer: ELCFT', 'transfer: XYZ'));
    const bytes = await reportOf(tables, 7);
    const line =
      new TextDecoder()
        .decode(bytes)
        .split('\n')
        .findIndex((one) => one.includes('XYZ')) + 1;
    expect(await validReport(SCHEMA, bytes)).toMatchObject({
      problem: {
        code: 'QRG_GOAML_INVALID',
        args: { line, what: expect.stringContaining("The value 'XYZ'"), more: expect.any(Number) },
      },
    });
  },
);

test('a schema that is not there is an error of configuration', async () => {
  expect(await validReport(join(folder, 'none.xsd'), await reportOf(undefined, 7))).toMatchObject({
    problem: { code: 'QRG_XSD_UNREADABLE' },
  });
});
