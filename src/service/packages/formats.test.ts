import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { FIELD_CLASSES } from '../../exchange/fields/field-class.ts';
import { leavingClasses } from '../../exchange/fields/leaving-fields.ts';
import { minimise } from '../../exchange/fields/minimise.ts';
import { MADE_FORMATS, type MadeFormat } from '../../exchange/package/package-format.ts';
import { scopeTo } from '../../exchange/package/scope-to.ts';
import { readCodeTables } from '../goaml/code-tables-file.ts';
import { type EvidenceKey, openEvidenceKey } from '../watch/evidence/evidence-key.ts';
import { type Formats, packageFormats } from './formats.ts';
import { loadExchangeGrounds } from './load-exchange-grounds.ts';

let folder: string;
let evidenceKey: EvidenceKey;
let formats: Formats;
let grounds: Awaited<ReturnType<typeof loadExchangeGrounds>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qorgan-formats-'));
  evidenceKey = await openEvidenceKey(folder);
  const tables = await readCodeTables();
  // The tables that ship know no institution of ours.
  formats = packageFormats({ ...tables, reporters: { qala: { rentityId: 4711 } } }, undefined);
  grounds = await loadExchangeGrounds();
});
afterAll(() => rm(folder, { recursive: true }));

function make(format: MadeFormat, chosen: 'least' | 'all') {
  const maker = formats.get(format)!;
  const fields = leavingClasses(maker, chosen === 'all' ? FIELD_CLASSES : maker.needs);
  const part = scopeTo(caseFileFixture(), {
    accounts: [],
    transfers: format === 'camt056' ? ['t5'] : [],
  });
  if (!part.ok) throw new Error(part.problem.code);
  const ground = [...grounds.grounds.values()].find((one) => one.formats.includes(format))!;
  return maker.make({
    file: minimise(part.value, fields),
    ...{ number: 'P-1', tlp: 'amber', purpose: 'Просим проверить', ground, language: 'ru' },
    partners: [{ code: 'volga', name: 'Bank Volga' }],
    actName: grounds.acts.get(ground.act)!.name,
    ask: { accounts: [], transfers: [], from: null, to: null, text: null },
    ...{ dueAt: null, at: Date.UTC(2026, 10, 26), operator: 'aigul', evidenceKey },
    ...{ sharedKey: new Uint8Array(32).fill(7), answers: undefined, copies: [] },
  });
}

describe('formats of packages', () => {
  it('each that a person may choose is made here, and has a ground', () => {
    expect([...formats.keys()].sort()).toEqual([...MADE_FORMATS].sort());
    for (const format of MADE_FORMATS)
      expect(
        [...grounds.grounds.values()].some((one) => one.formats.includes(format)),
        format,
      ).toBe(true);
  });

  it.each(MADE_FORMATS)('%s is made of what it needs, and of everything', (format) => {
    const { carries, needs } = formats.get(format)!;
    expect(carries).toEqual(expect.arrayContaining([...needs]));
    for (const chosen of ['least', 'all'] as const) {
      const made = make(format, chosen);
      // A bundle of nothing says nothing, and is one all the same.
      expect(made.ok ? 'made' : made.problem.code, chosen).toBe('made');
      if (made.ok) expect(made.value.written.bytes.length).toBeGreaterThan(50);
      if (made.ok) expect(made.value.written.fileName).toMatch(/^[A-Za-z0-9._-]+$/);
    }
  });

  it.each(MADE_FORMATS)('%s with the least names nobody', (format) => {
    const made = make(format, 'least');
    if (!made.ok) throw new Error(made.problem.code);
    const text = new TextDecoder().decode(made.value.written.bytes);
    const file = caseFileFixture();
    for (const { name, taxNumber, phones, address } of file.parties)
      for (const told of [name, taxNumber, address, ...phones])
        if (
          told &&
          !formats.get(format)!.needs.includes('party.name') &&
          !formats.get(format)!.needs.includes('party.taxNumber')
        )
          expect(text.includes(told), `${format}: ${told}`).toBe(false);
  });
});

it('a ground says which act it is of, and that nobody has verified it', () => {
  expect(grounds.grounds.size).toBeGreaterThan(5);
  for (const { act, verified, text, article } of grounds.grounds.values()) {
    expect(grounds.acts.has(act)).toBe(true);
    expect(verified).toBe('no');
    expect(article).not.toBe('');
    expect(new Set([text.ru, text.kk, text.en]).size).toBe(3);
  }
});
