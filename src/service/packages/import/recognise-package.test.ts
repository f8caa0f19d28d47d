import { expect, test } from 'vitest';
import { caseFileFixture } from '../../../domain/case/case-file.fixture.ts';
import { writeGoaml } from '../../../exchange/goaml/write-goaml.ts';
import { readCodeTables } from '../../goaml/code-tables-file.ts';
import { recognisePackage } from './recognise-package.ts';

const tables = await readCodeTables();
const recognise = (bytes: Uint8Array) => recognisePackage(bytes, [], { tables });

test('a goAML report is read as facts, within the house as it has no marks', async () => {
  const report = writeGoaml(caseFileFixture(), { tables, rentityId: 7 });
  const read = await recognise(report.ok ? report.value.bytes : new Uint8Array());
  expect(read).toMatchObject({
    value: {
      format: 'goaml',
      mediaType: 'application/xml',
      facts: { tlp: 'amber+strict', caseNumber: 'KZ-2026-000001' },
    },
  });
  expect(read.ok && read.value.facts?.transfers).toHaveLength(6);
});

test('XML that is neither a report nor an answer to a recall is foreign', async () => {
  expect(
    await recognise(new TextEncoder().encode('<?xml version="1.0"?><reports/>')),
  ).toMatchObject({ problem: { code: 'QRG_PACKAGE_FOREIGN' } });
});
