import { describe, expect, it } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { minimise } from '../fields/minimise.ts';
import { looksLikeCaseJson, readCaseJson, writeCaseJson } from './case-json.ts';

const told = { tlp: 'amber', namedTo: ['volga'] } as const;
const read = (bytes: Uint8Array) => {
  const got = readCaseJson(bytes);
  if (!got.ok) throw new Error(`${got.problem.code} ${JSON.stringify(got.problem.args)}`);
  return got.value;
};

describe('a case as JSON', () => {
  it('gives back what was written, each element with its mark', () => {
    const file = caseFileFixture();
    const origin = { packageId: 7, from: 'afm', tlp: 'green', namedTo: [] } as const;
    const accounts = file.accounts.map((a) => (a.id === 'a5' ? { ...a, origin } : a));
    const { facts } = read(writeCaseJson({ ...file, accounts }, told));
    const own = { packageId: 0, from: 'qala', tlp: 'amber', namedTo: ['volga'] };
    for (const list of ['parties', 'transfers', 'posts', 'contacts'] as const)
      expect(facts[list]).toEqual(file[list].map((e) => ({ ...e, origin: own })));
    expect(facts.accounts.find(({ id }) => id === 'a5')?.origin).toEqual({
      ...origin,
      packageId: 0,
    });
    expect(facts.signals).toEqual(file.signals);
    expect(facts.facts).toEqual(file.facts);
    expect(facts).toMatchObject({ tlp: 'amber', caseNumber: file.number, title: file.title });
    expect(facts.sender.institution).toEqual(file.institution);
  });

  it('takes a minimised one, and numbers of our store stay here', () => {
    const file = minimise(caseFileFixture(), ['account.number', 'sender.institution']);
    const bytes = writeCaseJson({ ...file, caseId: 4711 }, told);
    expect(new TextDecoder().decode(bytes)).not.toContain('4711');
    expect(read(bytes).facts.accounts).toHaveLength(file.accounts.length);
  });

  it('is marked as strictly as its strictest element', () => {
    const file = caseFileFixture();
    const origin = { packageId: 7, from: 'afm', tlp: 'red', namedTo: [] } as const;
    const bytes = writeCaseJson(
      { ...file, posts: file.posts.map((p) => ({ ...p, origin })) },
      { tlp: 'green', namedTo: [] },
    );
    expect(read(bytes).facts.tlp).toBe('red');
  });

  it.each<[string, string, string]>([
    ['no JSON', '{"format":"qorgan-case/1",', 'QRG_PACKAGE_CASE_FORM'],
    ['no case', '{"format":"qorgan-case/1"}', 'QRG_PACKAGE_CASE_FORM'],
    [
      'a number too large',
      JSON.stringify({
        format: 'qorgan-case/1',
        sender: { institution: { code: 'x', name: 'x', country: 'KZ' } },
        case: {},
        transfers: [{ id: 't', at: 1e300 }],
      }),
      'QRG_PACKAGE_CASE_FORM',
    ],
    [
      'a prototype',
      '{"format":"qorgan-case/1","__proto__":{"tlp":"clear"}}',
      'QRG_PACKAGE_CASE_FORM',
    ],
  ])('refuses %s', (_, text, code) => {
    expect(looksLikeCaseJson(text)).toBe(true);
    const got = readCaseJson(new TextEncoder().encode(text));
    expect(got.ok ? 'ok' : got.problem.code).toBe(code);
  });
});
