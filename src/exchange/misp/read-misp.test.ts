import { describe, expect, it } from 'vitest';
import { caseFileFixture } from '../../domain/case/case-file.fixture.ts';
import { readMisp } from './read-misp.ts';
import { writeMisp } from './write-misp.ts';

const read = (value: unknown) => {
  const result = readMisp(new TextEncoder().encode(JSON.stringify(value)));
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const left = (facts: ReturnType<typeof read>) =>
  facts.left.map(({ why, what, count }) => `${why} ${what} ${count}`);

let next = 0;
const uuid = (n = ++next) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const attribute = (type: string, value: string, relation: string | null = null, more = {}) => ({
  uuid: uuid(),
  type,
  value,
  object_relation: relation,
  ...more,
});
const object = (id: number, name: string, Attribute: object[], more = {}) => ({
  uuid: uuid(id),
  name,
  template_uuid: uuid(),
  Attribute,
  ...more,
});

describe('an event of another MISP', () => {
  it('gives what a case can hold, and names the rest', () => {
    const facts = read({
      response: [
        {
          Event: {
            uuid: uuid(),
            info: 'Mules of March',
            timestamp: '1772359200',
            Orgc: { name: 'CERT of Examplestan', uuid: uuid() },
            Tag: [
              { name: 'tlp:green' },
              { name: 'PAP:RED' },
              { name: 'amltrix:technique="T0105"' },
              { name: 'type:OSINT' },
            ],
            Galaxy: [{ name: 'Threat actor' }],
            Attribute: [
              attribute('iban', 'DE89370400440532013000'),
              attribute('url', 'https://example.org/job', null, { Tag: [{ name: 'tlp:amber' }] }),
              attribute('md5', 'd41d8cd98f00b204e9800998ecf8427e'),
              attribute('btc', 'bc1qexample'),
            ],
            Object: [
              object(
                901,
                'person',
                [
                  attribute('last-name', 'Doe', 'last-name'),
                  attribute('first-name', 'John', 'first-name'),
                  attribute('gender', 'Male', 'gender'),
                  attribute('text', 'Suspect', 'role'),
                  attribute('passport-number', '123', 'passport-number'),
                ],
                {
                  ObjectReference: [
                    { referenced_uuid: uuid(902), relationship_type: 'owner-of' },
                    { referenced_uuid: uuid(904), relationship_type: 'uses' },
                    { referenced_uuid: uuid(905), relationship_type: 'uses' },
                    { referenced_uuid: uuid(999), relationship_type: 'uses' },
                  ],
                },
              ),
              object(902, 'bank-account', [
                attribute('bank-account-nr', '40817810000000000017', 'account'),
                attribute('text', 'Bank Volga', 'institution-name'),
              ]),
              object(903, 'legal-entity', [attribute('text', 'Shell LLC', 'name')]),
              object(904, 'telegram-account', [
                attribute('text', 'rabota_kz', 'username'),
                attribute('text', '+77010000000', 'phone'),
              ]),
              object(905, 'file', [attribute('filename', 'a.exe', 'filename')]),
              object(906, 'transaction', [attribute('text', '5', 'amount')]),
              object(907, 'url', [attribute('url', 'https://x.example', 'url')], { deleted: true }),
            ],
          },
        },
      ],
    });
    expect(facts).toMatchObject({
      format: 'misp',
      sender: { code: 'CERT of Examplestan', name: 'CERT of Examplestan', institution: null },
      tlp: 'green',
      pap: 'red',
      title: 'Mules of March',
      caseNumber: null,
      madeAt: 1_772_359_200_000,
      signals: [{ rule: 'T0105', amltrix: 'T0105' }],
      parties: [
        {
          id: uuid(901),
          kind: 'person',
          name: 'Doe John',
          personName: { surname: 'Doe', given: 'John', patronymic: null },
          sex: 'male',
          role: 'unknown',
        },
        { id: uuid(903), kind: 'company', name: 'Shell LLC' },
      ],
      relations: [
        {
          kind: 'uses',
          from: { list: 'parties', id: uuid(901) },
          to: { list: 'contacts', id: uuid(904) },
        },
      ],
    });
    expect(facts.accounts.map((a) => [a.account, a.isIban, a.isWallet, a.holder])).toEqual([
      ['DE89370400440532013000', true, false, null],
      ['bc1qexample', false, true, null],
      ['40817810000000000017', false, false, uuid(901)],
    ]);
    expect(
      facts.contacts.map(({ kind, value, origin }) => `${kind} ${value} ${origin!.tlp}`),
    ).toEqual([
      'link https://example.org/job amber',
      'handle rabota_kz green',
      'phone +77010000000 green',
    ]);
    expect(left(facts).sort()).toEqual([
      'marking type:OSINT 1',
      'missing_ref person.ObjectReference 1',
      'revoked url 1',
      'unknown_property Event.Galaxy 1',
      'unknown_property bank-account.institution-name 1',
      'unknown_property person.passport-number 1',
      'unknown_relation uses 1',
      'unknown_type attribute md5 1',
      'unknown_type file 1',
      'unknown_type transaction 1',
    ]);
  });

  it('handles what nothing marks within the house', () => {
    const facts = read({
      Event: { uuid: uuid(), info: 'x', Attribute: [attribute('iban', 'X1')] },
    });
    expect([facts.tlp, facts.accounts[0]!.origin!.tlp]).toEqual(['amber+strict', 'amber+strict']);
  });
});

describe('an event of ours that was changed in MISP', () => {
  const event = () => {
    const written = writeMisp(caseFileFixture(), { tlp: 'amber' });
    if (!written.ok) throw new Error(written.problem.code);
    return JSON.parse(new TextDecoder().decode(written.value.bytes));
  };
  const objectNamed = (json: ReturnType<typeof event>, name: string) =>
    json.Event.Object.find((o: { name: string }) => o.name === name);

  it('keeps what its sender wrote, and names the view that says another thing', () => {
    const json = event();
    const account = objectNamed(json, 'bank-account');
    account.Attribute.find(
      (a: { object_relation: string }) => a.object_relation === 'swift',
    ).value = 'OTHER';
    const facts = read(json);
    expect(facts.accounts[0]!.home!.bic).toBe('CASPKZKA');
    expect(facts.left).toEqual([
      { why: 'differs', what: 'account', count: 1, ids: [account.uuid] },
    ]);
  });

  it('is not told from one whose times MISP wrote its way', () => {
    const json = event();
    for (const o of json.Event.Object)
      for (const a of o.Attribute)
        if (a.type === 'datetime') a.value = a.value.replace('.000Z', '.000000+0000');
    expect(read(json).left).toEqual([]);
  });

  it('gives what others added, beside its own', () => {
    const json = event();
    const [person] = json.Event.Object.filter((o: { name: string }) => o.name === 'person');
    const added = object(950, 'telegram-account', [attribute('text', 'newname', 'username')]);
    json.Event.Object.push(added);
    person.ObjectReference.push({ referenced_uuid: added.uuid, relationship_type: 'uses' });
    const facts = read(json);
    expect(facts.contacts.at(-1)).toMatchObject({ kind: 'handle', value: 'newname' });
    expect(facts.relations).toMatchObject([
      {
        kind: 'uses',
        from: { list: 'parties', id: 'c1' },
        to: { list: 'contacts', id: added.uuid },
      },
    ]);
    expect(facts.left).toEqual([]);
  });

  it('still gives what the templates say where its own objects were taken out', () => {
    const json = event();
    json.Event.Object = json.Event.Object.filter(
      (o: { name: string }) => o.name !== 'mule-case-element',
    );
    const file = caseFileFixture();
    const facts = read(json);
    expect(facts.accounts.map(({ account }) => account).sort()).toEqual(
      file.accounts.map(({ account }) => account).sort(),
    );
    expect(facts.parties.map(({ name }) => name)).toEqual(file.parties.map(({ name }) => name));
  });
});

describe('what is no event', () => {
  it.each([
    ['', 'QRG_FOREIGN_TEXT'],
    ['[]', 'QRG_FOREIGN_MISP'],
    ['null', 'QRG_FOREIGN_MISP'],
    ['{}', 'QRG_FOREIGN_MISP'],
    ['{"Event":{"uuid":"1"}}', 'QRG_FOREIGN_MISP'],
    [
      '{"response":[{"Event":{"uuid":"1","info":"a"}},{"Event":{"uuid":"2","info":"b"}}]}',
      'QRG_FOREIGN_MISP',
    ],
    ['{"Event":{"uuid":"1","info":"a"}}', 'read'],
    ['{"Event":{"uuid":"1","info":"a","timestamp":{"toString":1}}}', 'read'],
    [
      `{"Event":{"uuid":"1","info":"a","Attribute":[${'1,'.repeat(100_000)}1]}}`,
      'QRG_FOREIGN_MANY',
    ],
  ])('%.60s', (text, code) => {
    const result = readMisp(new TextEncoder().encode(text));
    expect(result.ok ? 'read' : result.problem.code).toBe(code);
  });
});
