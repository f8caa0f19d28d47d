import { describe, expect, it, test } from 'vitest';
import { fakeIin } from '../../domain/fake/iin.ts';
import { createRandom } from '../../domain/random.ts';
import { type ComparedField, compareDocument, type ToldHolder } from './compare-document.ts';
import { documentStateOf } from './document-state.ts';
import { fakeCard, fakePassport } from './mrz.fixture.ts';
import { readMrz } from './mrz.ts';

const random = createRandom(7);
const iin = fakeIin(random, { bornAt: Date.UTC(1985, 3, 2), sex: 'female' });
const otherIin = fakeIin(random, { bornAt: Date.UTC(1985, 3, 2), sex: 'male' });
const holder: ToldHolder = { name: 'Серікова Айгүл Маратқызы', bornOn: '1985-04-02', iin };
const zone = fakeCard({ surname: 'SERIKOVA', given: 'AIGUL', optional: iin });

const differing = (text: string, more: ToldHolder & { number?: string; kind?: 'passport' }) => {
  const mrz = readMrz(text);
  if (!mrz.ok) throw new Error(mrz.problem.code);
  const document = { kind: more.kind ?? ('id_card' as const), number: more.number };
  return compareDocument(mrz.value, document, { ...holder, ...more })
    .filter(({ is }) => is === 'differs')
    .map(({ field }) => field);
};

describe('a document and its customer', () => {
  it.each<[string, Parameters<typeof differing>[1], ComparedField[]]>([
    ['agree across scripts, and without a patronymic', {}, []],
    ['agree when the number is written otherwise', { number: '№ 012 345 678' }, []],
    ['differ in the name', { name: 'Сейтова Дана' }, ['name']],
    ['differ in the birth', { bornOn: '1985-04-03' }, ['birth']],
    ['differ in the IIN, and in the sex it tells', { iin: otherIin }, ['sex', 'iin']],
    ['differ in the number', { number: '012345679' }, ['number']],
    ['differ in the kind', { kind: 'passport' }, ['kind']],
    ['say nothing where one is silent', { name: undefined, bornOn: undefined, iin: undefined }, []],
  ])('%s', (_, more, expected) => {
    expect(differing(zone, more)).toEqual(expected);
  });

  it('agree on a birth of either century', () => {
    const old = fakeCard({ birth: '200402', surname: 'SERIKOVA', given: 'AIGUL' });
    expect(differing(old, { bornOn: '1920-04-02', iin: undefined })).toEqual([]);
    expect(differing(old, { bornOn: '2020-04-02', iin: undefined })).toEqual([]);
  });
});

describe('its state', () => {
  const state = (document: Parameters<typeof documentStateOf>[0], told = holder) => {
    const result = documentStateOf(document, told);
    return result.ok ? result.value : result.problem.code;
  };

  it('is made of the zone and what was told', () => {
    expect(state({ kind: 'id_card', expiresOn: '2031-05-17', mrz: zone })).toEqual({
      kind: 'id_card',
      mrz: 'valid',
      expiresAt: Date.parse('2031-05-18T00:00:00+05:00'),
      agrees: true,
    });
  });

  it('takes the earlier of two days of expiry, and says that they differ', () => {
    expect(state({ kind: 'id_card', expiresOn: '2035-05-17', mrz: zone })).toMatchObject({
      expiresAt: Date.parse('2031-05-18T00:00:00+05:00'),
      agrees: false,
    });
  });

  it('tells an altered zone', () => {
    expect(state({ kind: 'id_card', mrz: zone.replace('012345678', '012345679') })).toMatchObject({
      mrz: 'altered',
    });
  });

  it('without a zone is as told', () => {
    expect(state({ kind: 'passport' })).toEqual({ kind: 'passport', mrz: 'absent', agrees: true });
  });
});

test('a zone that cannot be read is sent back', () => {
  expect(documentStateOf({ kind: 'passport', mrz: fakePassport().slice(1) }, {})).toMatchObject({
    problem: { code: 'QRG_MRZ_FORM' },
  });
});
