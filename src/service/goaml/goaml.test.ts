import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { DEFAULT_TABLES } from './code-tables-file.ts';
import { openGoaml } from './goaml.ts';

const SCHEMA = '../shared/data/goaml/goaml-5.0.2.xsd';
const folder = mkdtempSync(join(tmpdir(), 'qorgan-goaml-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const shipped = readFileSync(DEFAULT_TABLES, 'utf8');
const file = caseFileFixture();

test('the tables of a unit are a file: its codes and numbers are what the report says', async () => {
  const tables = fileOf(
    'unit.yaml',
    shipped
      .replace('transfer: ELCFT', 'transfer: XYZ')
      .replace(
        '  town-kaspi: { rentityId: 1 }',
        '  qala: { rentityId: 4321, branch: Head office }',
      ),
  );
  const goaml = await openGoaml({ tables, xsd: undefined });
  const report = await goaml.report(file);
  const text = report.ok ? new TextDecoder().decode(report.value.written.bytes) : '';
  expect(text).toContain(
    '<rentity_id>4321</rentity_id><rentity_branch>Head office</rentity_branch>',
  );
  expect(text).toContain('<transmode_code>XYZ</transmode_code>');
  expect(report).toMatchObject({ value: { check: null } });
});

test('a table that is wrong is told by its line', async () => {
  const tables = fileOf(
    'wrong.yaml',
    shipped.replace('localCurrency: KZT', 'localCurrency: tenge'),
  );
  const line = shipped.split('\n').findIndex((one) => one.startsWith('localCurrency')) + 1;
  await expect(openGoaml({ tables, xsd: undefined })).rejects.toMatchObject({
    problem: { code: 'QRG_GOAML_TABLES', args: { line, path: 'localCurrency' } },
  });
});

test.skipIf(!existsSync(SCHEMA))(
  'a report is held to the unit’s schema, and says what is wrong',
  async () => {
    const right = await openGoaml({ tables: undefined, xsd: SCHEMA });
    expect(await right.report(file, { rentityId: 7 })).toMatchObject({
      value: { check: { problems: [], altered: [] } },
    });
    const tables = fileOf('codes.yaml', shipped.replace('transfer: ELCFT', 'transfer: XYZ'));
    const other = await openGoaml({ tables, xsd: SCHEMA });
    const report = await other.report(file, { rentityId: 7 });
    expect(report.ok && report.value.check?.problems[0]?.message).toContain("'XYZ'");
  },
);

test('a schema that is not there is an error of configuration', async () => {
  const goaml = await openGoaml({ tables: undefined, xsd: join(folder, 'none.xsd') });
  expect(await goaml.report(file, { rentityId: 7 })).toMatchObject({
    problem: { code: 'QRG_XSD_UNREADABLE' },
  });
});
