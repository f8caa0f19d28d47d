import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import type { CaseFile } from '../../domain/case/case-file.ts';
import { FIELD_CLASSES } from '../fields/field-class.ts';
import { minimise } from '../fields/minimise.ts';
import { anyCaseFile } from '../random-case-file.fixture.ts';
import type { MispAttribute, MispObject } from './event.ts';
import { TEMPLATES } from './object-templates.ts';
import {
  ALLOWED_CATEGORIES,
  PUBLISHED_RELATIONSHIPS,
  PUBLISHED_TEMPLATES,
} from './published-templates.fixture.ts';
import { writeMisp } from './write-misp.ts';

interface Event {
  readonly Tag: readonly { readonly name: string }[];
  readonly Attribute: readonly MispAttribute[];
  readonly Object: readonly MispObject[];
}
const eventOf = (file: CaseFile, tlp: 'amber' | 'green' = 'amber'): Event => {
  const result = writeMisp(file, { tlp });
  if (!result.ok) throw new Error(result.problem.code);
  return JSON.parse(new TextDecoder().decode(result.value.bytes)).Event;
};
const typesOf = (relations: string) =>
  new Map(relations.split(' ').map((pair) => pair.split(':') as [string, string]));

const OURS = 'mule-case-element';
const minimised = fc
  .tuple(anyCaseFile, fc.subarray([...FIELD_CLASSES]), fc.boolean())
  .map(([file, chosen, whole]) => (whole ? file : minimise(file, chosen)));

describe('the form of an event', () => {
  it('holds every object to its published template: name, version, fields, types, what is required, what may be many', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(minimised, (file) => {
        for (const object of eventOf(file).Object) {
          if (object.name === OURS) continue;
          seen.add(object.name);
          const published = PUBLISHED_TEMPLATES[object.name]!;
          expect([object.template_uuid, object.template_version, object['meta-category']]).toEqual([
            published.uuid,
            String(published.version),
            published.metaCategory,
          ]);
          const types = typesOf(published.relations);
          const relations = object.Attribute.map(({ object_relation }) => object_relation ?? '');
          for (const { object_relation, type } of object.Attribute)
            expect(`${object_relation}:${types.get(object_relation ?? '')}`).toBe(
              `${object_relation}:${type}`,
            );
          expect(relations.some((relation) => published.requiredOneOf.includes(relation))).toBe(
            true,
          );
          const many = relations.filter((relation, i) => relations.indexOf(relation) !== i);
          expect(many.filter((relation) => !published.multiple.includes(relation))).toEqual([]);
        }
      }),
      { numRuns: 80 },
    );
    expect([...seen].sort()).toEqual(Object.keys(PUBLISHED_TEMPLATES).sort());
  });

  it('calls a person by the id of the party when no more than a patronymic is known', () => {
    const file = caseFileFixture();
    const personName = { surname: '', given: '', patronymic: 'Ержанұлы' };
    const [party] = file.parties;
    const lone: CaseFile = { ...file, parties: [{ ...party!, name: null, personName }] };
    const [person] = eventOf(lone).Object.filter(({ name }) => name === 'person');
    expect(
      person!.Attribute.find(({ object_relation }) => object_relation === 'alias')?.value,
    ).toBe(`Party ${party!.id}`);
  });

  it('has each uuid once, no empty value, categories that MISP allows and relationships that it knows', () => {
    fc.assert(
      fc.property(minimised, (file) => {
        const event = eventOf(file);
        const attributes = [...event.Attribute, ...event.Object.flatMap((o) => o.Attribute)];
        const references = event.Object.flatMap((o) => o.ObjectReference);
        const uuids = [...attributes, ...event.Object, ...references].map(({ uuid }) => uuid);
        expect(new Set(uuids).size).toBe(uuids.length);
        for (const { type, category, value } of attributes) {
          expect(ALLOWED_CATEGORIES[type]).toContain(category);
          expect(value).not.toBe('');
        }
        for (const { relationship_type, object_uuid, referenced_uuid } of references) {
          expect(PUBLISHED_RELATIONSHIPS).toContain(relationship_type);
          expect(uuids).toContain(object_uuid);
          expect(uuids).toContain(referenced_uuid);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has a template of its own for no more than what the published ones lack', () => {
    expect(
      Object.keys(TEMPLATES).filter((name) => !Object.hasOwn(PUBLISHED_TEMPLATES, name)),
    ).toEqual([OURS]);
  });

  it('says of the fixture what its templates have a place for', () => {
    const file = caseFileFixture();
    const event = eventOf(file);
    const shown = (name: string) =>
      event.Object.filter((o) => o.name === name).map((o) =>
        Object.fromEntries(o.Attribute.map((a) => [a.object_relation, a.value])),
      );
    expect(shown('person')[1]).toEqual({
      'full-name': 'Ержанов Нұрлан',
      'last-name': 'Ержанов',
      'first-name': 'Нұрлан',
      'date-of-birth': '2009-02-20',
      'place-of-birth': 'Қарағанды',
      gender: 'Male',
      nationality: 'KZ',
      'identity-card-number': file.parties[1]!.taxNumber,
      'phone-number': file.parties[1]!.phones[0],
      'e-mail': 'c2@example.kz',
      address: 'Қарағанды, Бұқар жырау даңғылы, 12-3',
      occupation: 'студент',
      text: 'Supposed role in the flow of money: mule',
    });
    expect(shown('bank-account')[1]).toMatchObject({
      iban: file.accounts[1]!.account,
      swift: 'CASPKZKA',
    });
    expect(shown('coin-address')).toEqual([
      {
        'address-crypto': file.accounts[5]!.account,
        symbol: 'USDT',
        text: 'Supposed role in the flow of money: cashout',
      },
    ]);
    expect(shown('transaction')[4]).toEqual({
      'transaction-number': 't5',
      date: '2026-10-05T07:00:00.000Z',
      amount: '500000.00 KZT',
      'transmode-code': 'abroad',
      'from-country': 'KZ',
      'to-country': 'RU',
      text: 'Оплата по договору & счёту <12>',
    });
    expect(event.Tag.map(({ name }) => name)).toEqual([
      'tlp:amber',
      'PAP:AMBER',
      'amltrix:technique="T0105"',
    ]);
  });

  it('lets systems look for accounts in the flow, and never for a victim', () => {
    const file = caseFileFixture();
    const numbers = eventOf(file)
      .Object.flatMap((o) => o.Attribute)
      .filter((a) => a.to_ids)
      .map(({ value }) => value);
    expect(numbers).toContain(file.accounts[1]!.account);
    expect(numbers).not.toContain(file.accounts[0]!.account);
  });

  it('tags what another house sent as strictly as it did', () => {
    const file = caseFileFixture();
    const origin = { packageId: 8, from: 'bank-ru', tlp: 'amber+strict' as const, namedTo: [] };
    const post = { ...file.posts[0]!, origin };
    const strict = eventOf({ ...file, posts: [post] }, 'green').Object.filter(({ Attribute }) =>
      Attribute.some(({ Tag }) => Tag?.some(({ name }) => name === 'tlp:amber+strict')),
    );
    // The post and its element; what people said of it.
    expect(strict.map(({ name }) => name).sort()).toEqual(['microblog', OURS, OURS, OURS, OURS]);
  });

  it('says when a text is longer than MISP keeps', () => {
    const file = caseFileFixture();
    const post = { ...file.posts[0]!, text: 'қ'.repeat(40_000) };
    const result = writeMisp({ ...file, posts: [post] }, { tlp: 'amber' });
    expect(result).toMatchObject({
      value: {
        left: [
          'mule-case-element.content: longer than MISP keeps (65535 bytes), it may cut it',
          'microblog.post: longer than MISP keeps (65535 bytes), it may cut it',
        ],
      },
    });
  });

  it('writes nothing that is red', () => {
    expect(writeMisp(caseFileFixture(), { tlp: 'red' })).toMatchObject({
      problem: { code: 'QRG_WRITTEN_RED' },
    });
  });
});
