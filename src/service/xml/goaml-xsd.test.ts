import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import type { CaseFile } from '../../domain/case/case-file.ts';
import { minimise } from '../../exchange/fields/minimise.ts';
import { codeTablesSchema } from '../../exchange/goaml/code-tables.ts';
import { randomCase } from '../../exchange/goaml/random-case.fixture.ts';
import { GOAML_NEEDS, type GoamlOptions, writeGoaml } from '../../exchange/goaml/write-goaml.ts';
import { dataFolder } from '../package-root.ts';
import { readXsd, type Xsd } from './xsd.ts';

/** The schema is a unit's own and not among our files: beside the project where somebody put it. */
const SCHEMA = '../shared/data/goaml/goaml-5.0.2.xsd';
const hasSchema = existsSync(SCHEMA);
if (!hasSchema) console.log(`no ${SCHEMA}: reports are not held to the schema of goAML`);

const tables = codeTablesSchema.parse(
  parse(readFileSync(join(dataFolder, 'goaml', 'default.yaml'), 'utf8')),
);
const write = (file: CaseFile, form: NonNullable<GoamlOptions['form']>) =>
  writeGoaml(file, { tables, rentityId: 7, form, rates: { RUB: 5.5, JPY: 3.1, KWD: 1_700 } });

describe.skipIf(!hasSchema)('reports held to the schema of goAML 5.0.2', () => {
  let xsd: Xsd;
  const folder = mkdtempSync(join(tmpdir(), 'qorgan-goaml-'));
  const kept: string[] = [];

  beforeAll(async () => {
    const read = await readXsd(SCHEMA);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    xsd = read.value;
  });
  afterAll(() => {
    xsd.dispose();
    rmSync(folder, { recursive: true });
  });

  test.each(['sides', 'parties'] as const)('the case of the fixture, %s', (form) => {
    const written = write(caseFileFixture(), form);
    expect(written.ok && xsd.check(written.value.bytes)).toEqual([]);
  });

  test('the least that may leave is a valid report, and claims nothing that stayed', () => {
    const least = minimise(caseFileFixture(), GOAML_NEEDS);
    const written = write(least, 'sides');
    expect(written.ok && xsd.check(written.value.bytes)).toEqual([]);
    const text = written.ok ? new TextDecoder().decode(written.value.bytes) : '';
    expect(text).not.toMatch(/Role in the case|Verdict|is_suspected|Алиева|Alieva/);
  });

  test('the schema as units give it out, with patterns of .NET, is read as its author meant', async () => {
    const patched = readFileSync(SCHEMA, 'utf8');
    const asGiven = patched
      .replaceAll(`value="[a-zA-Z0-9 .'-]*"`, `value="^[a-zA-Z0-9 .'-]*$"`)
      .replace(
        /value="(\[_a-zA-Z0-9\+-\].*?)"/,
        (_, email: string) => `value="^${email.replaceAll('0-9+-]', '0-9-+]')}$"`,
      );
    const path = join(folder, 'as-given.xsd');
    writeFileSync(path, asGiven);
    const read = await readXsd(path);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value.altered).toHaveLength(27);
    const written = write(caseFileFixture(), 'sides');
    expect(written.ok && read.value.check(written.value.bytes)).toEqual([]);
    read.value.dispose();
  });

  test('a report that breaks the schema is told by line and element', () => {
    const written = write(caseFileFixture(), 'sides');
    const text = written.ok ? new TextDecoder().decode(written.value.bytes) : '';
    const broken = text.replace('<last_name>Alieva<', '<last_name>Әлиева<');
    const line = broken.split('\n').findIndex((one) => one.includes('Әлиева<')) + 1;
    expect(xsd.check(new TextEncoder().encode(broken))[0]).toMatchObject({
      line,
      message: expect.stringContaining('last_name'),
    });
  });

  test('whatever a case holds, its report is valid', () => {
    fc.assert(
      fc.property(randomCase, fc.constantFrom('sides', 'parties'), (file, form) => {
        const written = write(file, form);
        if (!written.ok) throw new Error(written.problem.code);
        if (kept.length < 40) {
          kept.push(join(folder, `${kept.length}.xml`));
          writeFileSync(kept.at(-1)!, written.value.bytes);
        }
        expect(xsd.check(written.value.bytes)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  test.skipIf(!hasXmllint())('xmllint says the same with the schema as it was altered', () => {
    const schema = join(folder, 'altered.xsd');
    writeFileSync(schema, xsd.text);
    expect(kept.length).toBeGreaterThan(0);
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...kept], { stdio: 'pipe' });
  });
});

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    console.log(
      'no xmllint (Debian: libxml2-utils): reports are held to the schema by libxml2-wasm alone',
    );
    return false;
  }
}
