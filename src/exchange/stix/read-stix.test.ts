import { describe, expect, it } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { readStix } from './read-stix.ts';
import { writeStix } from './write-stix.ts';

const AMBER = 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421';
const OLD_GREEN = 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da';
const STATEMENT = 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41db';

const id = (type: string, n: number) =>
  `${type}--00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const sdo = (type: string, n: number, told: object) => ({
  type,
  spec_version: '2.1',
  id: id(type, n),
  created_by_ref: id('identity', 1),
  created: '2026-03-01T10:00:00.000Z',
  modified: '2026-03-01T10:00:00.000Z',
  object_marking_refs: [AMBER],
  ...told,
});
const sco = (type: string, n: number, told: object) => ({
  type,
  spec_version: '2.1',
  id: id(type, n),
  object_marking_refs: [AMBER],
  ...told,
});
const read = (objects: readonly object[]) => {
  const bundle = { type: 'bundle', id: id('bundle', 1), objects };
  const result = readStix(new TextEncoder().encode(JSON.stringify(bundle)));
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const left = (facts: ReturnType<typeof read>) =>
  facts.left.map(({ why, what, count }) => `${why} ${what} ${count}`);

const sender = sdo('identity', 1, { name: 'CERT of Examplestan', identity_class: 'organization' });

describe('a bundle of another system', () => {
  it('gives what a case can hold, and names the rest', () => {
    const facts = read([
      sender,
      sdo('report', 2, {
        name: 'Mules of March',
        published: '2026-03-02T00:00:00.000Z',
        report_types: ['campaign'],
        object_refs: [id('identity', 3)],
      }),
      sdo('identity', 3, {
        name: 'John Doe',
        identity_class: 'individual',
        roles: ['mule'],
        contact_information: '+1',
      }),
      sco('user-account', 4, { account_type: 'bank-account', user_id: 'DE89370400440532013000' }),
      sco('user-account', 5, {
        account_type: 'telegram',
        user_id: '777',
        account_login: 'rabota_kz',
        display_name: 'R',
      }),
      sco('bank-account', 6, { iban: 'GB29NWBK60161331926819', bic: 'NWBKGB2L' }),
      sco('cryptocurrency-wallet', 7, { value: 'TXYZ' }),
      sco('url', 8, { value: 'https://example.org/job' }),
      sco('email-addr', 9, { value: 'boss@example.org', display_name: 'Boss' }),
      sco('ipv4-addr', 10, { value: '203.0.113.9' }),
      sdo('indicator', 11, {
        pattern: "[url:value = 'https://example.org/other']",
        pattern_type: 'stix',
        valid_from: '2026-03-01T00:00:00Z',
        indicator_types: ['malicious-activity'],
      }),
      sdo('indicator', 12, {
        pattern: "[file:name = 'a.exe'] FOLLOWEDBY [url:value = 'b']",
        pattern_type: 'stix',
        valid_from: '2026-03-01T00:00:00Z',
      }),
      sdo('relationship', 13, {
        relationship_type: 'owns',
        source_ref: id('identity', 3),
        target_ref: id('user-account', 4),
      }),
      sdo('relationship', 14, {
        relationship_type: 'uses',
        source_ref: id('identity', 3),
        target_ref: id('url', 8),
      }),
      sdo('relationship', 15, {
        relationship_type: 'uses',
        source_ref: id('identity', 3),
        target_ref: id('malware', 16),
      }),
      sdo('malware', 16, { name: 'Bad', is_family: false }),
      sdo('attack-pattern', 17, {
        name: 'Money Mules',
        external_references: [{ source_name: 'amltrix-ml', external_id: 'T0105' }],
      }),
    ]);
    expect(facts).toMatchObject({
      format: 'stix',
      sender: { code: 'CERT of Examplestan', institution: null },
      tlp: 'amber',
      caseNumber: null,
      title: 'Mules of March',
      madeAt: Date.UTC(2026, 2, 1, 10),
      parties: [{ id: id('identity', 3), kind: 'person', name: 'John Doe', role: 'mule' }],
      signals: [{ rule: 'Money Mules', amltrix: 'T0105' }],
      relations: [
        {
          kind: 'uses',
          from: { list: 'parties', id: id('identity', 3) },
          to: { list: 'contacts', id: id('url', 8) },
          tlp: 'amber',
        },
      ],
    });
    expect(facts.accounts.map((a) => [a.account, a.isIban, a.isWallet, a.holder])).toEqual([
      ['DE89370400440532013000', true, false, id('identity', 3)],
      ['GB29NWBK60161331926819', true, false, null],
      ['TXYZ', false, true, null],
    ]);
    expect(facts.contacts.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'handle rabota_kz',
      'link https://example.org/job',
      'email boss@example.org',
      'ip 203.0.113.9',
      'link https://example.org/other',
    ]);
    expect(facts.parties[0]!.origin).toEqual({
      packageId: 0,
      from: 'CERT of Examplestan',
      tlp: 'amber',
      namedTo: [],
    });
    expect(left(facts).sort()).toEqual([
      'pattern indicator 1',
      'unknown_property bank-account.bic 1',
      'unknown_property email-addr.display_name 1',
      'unknown_property identity.contact_information 1',
      'unknown_property indicator.indicator_types 1',
      'unknown_property report.report_types 1',
      'unknown_relation uses 1',
      'unknown_type malware 1',
    ]);
  });

  it('handles what is marked by nothing we know within the house', () => {
    const facts = read([
      sender,
      sco('url', 1, { value: 'https://a.example', object_marking_refs: [OLD_GREEN] }),
      sco('url', 2, { value: 'https://b.example', object_marking_refs: [OLD_GREEN, AMBER] }),
      sco('url', 3, { value: 'https://c.example', object_marking_refs: [STATEMENT] }),
      sco('url', 4, { value: 'https://d.example', object_marking_refs: undefined }),
    ]);
    expect(facts.contacts.map(({ origin }) => origin!.tlp)).toEqual([
      'green',
      'amber',
      'amber+strict',
      'amber+strict',
    ]);
    expect(left(facts)).toEqual([`marking ${STATEMENT} 1`]);
    expect(facts.tlp).toBe('amber+strict');
  });

  it('takes one account for one, as strictly as its strictest mention', () => {
    const pattern = "[user-account:account_type = 'bank-account' AND user-account:user_id = 'X1']";
    const facts = read([
      sender,
      sco('user-account', 2, {
        account_type: 'bank-account',
        user_id: 'X1',
        object_marking_refs: [OLD_GREEN],
      }),
      sdo('indicator', 3, { pattern, pattern_type: 'stix', valid_from: '2026-03-01T00:00:00Z' }),
    ]);
    expect(facts.accounts).toMatchObject([{ account: 'X1', origin: { tlp: 'amber' } }]);
  });

  it('takes the latest version, nothing revoked, and names what is broken or points nowhere', () => {
    const facts = read([
      sender,
      sdo('identity', 2, { name: 'New', modified: '2026-03-02T00:00:00.000Z' }),
      sdo('identity', 2, { name: 'Old' }),
      sdo('identity', 3, { name: 'Gone', revoked: true }),
      sdo('relationship', 4, {
        relationship_type: 'owns',
        source_ref: id('identity', 2),
        target_ref: id('url', 99),
      }),
      { type: 'identity' },
      { type: 'url', id: 'identity--1' },
      7,
    ] as object[]);
    expect(facts.parties.map(({ name }) => name)).toEqual(['New']);
    expect(left(facts).sort()).toEqual([
      'broken identity 1',
      'broken object 1',
      'broken url 1',
      'duplicate identity 1',
      'missing_ref relationship 1',
      'revoked identity 1',
    ]);
  });

  it('is told from one of ours that was broken on the way', () => {
    const written = writeStix(caseFileFixture(), { tlp: 'amber' });
    if (!written.ok) throw new Error(written.problem.code);
    const bundle = JSON.parse(new TextDecoder().decode(written.value.bytes));
    const transfer = bundle.objects.find((o: { type: string }) => o.type === 'money-transfer');
    transfer.amount_minor = 'much';
    const result = readStix(new TextEncoder().encode(JSON.stringify(bundle)));
    if (!result.ok) throw new Error(result.problem.code);
    expect(result.value.transfers).toHaveLength(5);
    expect(result.value.left).toEqual([
      { why: 'broken', what: 'money-transfer', count: 1, ids: [transfer.id] },
    ]);
  });
});

describe('what is no bundle', () => {
  const problem = (text: string) => {
    const result = readStix(new TextEncoder().encode(text));
    return result.ok ? 'read' : result.problem.code;
  };
  it.each([
    ['', 'QRG_FOREIGN_TEXT'],
    ['{"type":"bundle"', 'QRG_FOREIGN_TEXT'],
    ['[]', 'QRG_FOREIGN_STIX'],
    ['null', 'QRG_FOREIGN_STIX'],
    ['{"type":"report"}', 'QRG_FOREIGN_STIX'],
    ['{"type":"bundle","objects":{}}', 'QRG_FOREIGN_STIX'],
    ['{"type":"bundle","spec_version":"2.0","objects":[]}', 'QRG_FOREIGN_STIX'],
    ['{"type":"bundle","spec_version":{"toString":1},"objects":[]}', 'QRG_FOREIGN_STIX'],
    ['{"__proto__":{"type":"bundle","objects":[]}}', 'QRG_FOREIGN_STIX'],
    ['{"type":"bundle","objects":[]}', 'read'],
    [`{"type":"bundle","objects":${'['.repeat(70)}${']'.repeat(70)}}`, 'QRG_FOREIGN_DEEP'],
    [`{"type":"bundle","objects":[${'1,'.repeat(100_000)}1]}`, 'QRG_FOREIGN_MANY'],
  ])('%.60s', (text, code) => {
    expect(problem(text)).toBe(code);
  });

  it('is refused before it is parsed when it is too large, and when it is no UTF-8', () => {
    expect(readStix(new Uint8Array(64 * 1024 * 1024 + 1))).toMatchObject({
      problem: { code: 'QRG_FOREIGN_BIG', args: { most: 64 } },
    });
    expect(readStix(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({
      problem: { code: 'QRG_FOREIGN_TEXT' },
    });
  });
});
