import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTechnique, techniqueOfTag, techniqueReference, techniqueTag } from './technique.ts';

const RULES = join(import.meta.dirname, '../../../data/rules/kz');

describe('techniques of AMLTRIX', () => {
  it('are named by every rule in the form of the taxonomy', () => {
    const named = globSync('*.yaml', { cwd: RULES }).flatMap((file) =>
      [...readFileSync(join(RULES, file), 'utf8').matchAll(/^\s+amltrix: (\S+)$/gm)].map(
        ([, id]) => id!,
      ),
    );
    const techniques = named.filter((id) => id !== 'null');
    expect(techniques.length).toBeGreaterThan(30);
    expect(techniques.filter((id) => !isTechnique(id))).toEqual([]);
  });

  it('are tags of MISP and external references of STIX, and are read back', () => {
    expect(techniqueTag('T0140.001')).toBe('amltrix:technique="T0140.001"');
    expect(techniqueOfTag(techniqueTag('T0140.001'))).toBe('T0140.001');
    expect(techniqueReference('T0105')).toEqual({
      source_name: 'amltrix-ml',
      external_id: 'T0105',
      url: 'https://framework.amltrix.com/techniques/T0105',
    });
  });

  it.each(['amltrix:technique="T1"', 'amltrix:technique="T0105" ', 'misp:technique="T0105"', ''])(
    'are not %j',
    (tag) => {
      expect(techniqueOfTag(tag)).toBeNull();
    },
  );
});
