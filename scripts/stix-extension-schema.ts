import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import {
  ACCOUNT,
  CASE_FRAME,
  CONTACT,
  FACT,
  HOLD,
  INSTITUTION,
  NETWORK,
  OFFICER,
  PARTY,
  POST,
  SIGNAL,
  TRANSFER,
} from '../src/exchange/elements/element-schema.ts';
import { snake } from '../src/exchange/elements/wire.ts';
import { EXTENSION_ID, EXTENSION_VERSION } from '../src/exchange/stix/extension.ts';
import { writeOrCheck } from './generated-page.ts';

/**
 * docs/reference/stix-extension.schema.json: what the extension of STIX for money mules adds, written from the schemas that the
 * reader holds bundles to.
 * usage: node scripts/run.mjs scripts/stix-extension-schema.ts [--check]
 */
export const STIX_EXTENSION_PAGE = join(
  import.meta.dirname,
  '..',
  'docs',
  'reference',
  'stix-extension.schema.json',
);

interface Schema {
  readonly type?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const HANDLING = {
  type: 'object',
  description:
    'Of an element that the sender had from another house: from whom, and to whom it may go on.',
  properties: {
    from: { type: 'string' },
    named_to: { type: 'array', items: { type: 'string' } },
  },
  required: ['from'],
};

/** The schema as bundles carry it: names in snake case, and what is not told left out instead of null. */
function wireSchema(schema: z.ZodType): Schema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' }) as Schema & {
    $schema?: string;
  };
  return wire(json);
}

function wire({
  default: _,
  additionalProperties: __,
  ...schema
}: Schema & { additionalProperties?: unknown }): Schema {
  if (schema.anyOf !== undefined) {
    const told = schema.anyOf.filter(({ type }) => type !== 'null');
    if (told.length === 1) return wire(told[0]!);
    return { ...schema, anyOf: told.map(wire) };
  }
  if (schema.oneOf !== undefined) return { ...schema, oneOf: schema.oneOf.map(wire) };
  if (schema.items !== undefined) return { ...schema, items: wire(schema.items) };
  if (schema.properties === undefined) return schema;
  const names = Object.keys(schema.properties).filter((name) => name !== 'origin');
  return {
    ...schema,
    properties: Object.fromEntries(
      names.map((name) => [snake(name), wire(schema.properties![name]!)]),
    ),
    required: (schema.required ?? []).map(snake),
  };
}

/** Without what the object itself says; with `handling`. */
function element(schema: z.ZodType, elsewhere: readonly string[], handled = true): Schema {
  const { properties, required, ...rest } = wireSchema(schema);
  const keep = (name: string) => !elsewhere.includes(name);
  return {
    ...rest,
    properties: {
      ...Object.fromEntries(Object.entries(properties!).filter(([name]) => keep(name))),
      ...(handled ? { handling: HANDLING } : {}),
    },
    required: required!.filter(keep),
  };
}

/** A property that the observable may say instead. */
const unless = (schema: Schema, name: string): Schema => ({
  ...schema,
  required: schema.required!.filter((required) => required !== name),
});

const ref = { type: 'string', pattern: '^[a-z-]+--[0-9a-f-]{36}$' };
const time = { type: 'string', format: 'date-time' };

/** A new kind of observable: common properties are those of section 3.2 of STIX 2.1. */
function observable(properties: object, required: readonly string[]) {
  return { type: 'object', properties, required: ['type', 'id', ...required] };
}

export function stixExtensionSchema(): string {
  const transfer = element(TRANSFER, ['id', 'at']);
  const post = element(POST, ['id', 'at']);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Money mules ${EXTENSION_VERSION}, ${EXTENSION_ID}`,
    description:
      'Written from the schemas of the reader by scripts/stix-extension-schema.ts; do not edit. In words: stix.md.',
    $defs: {
      'property-extension': {
        description: 'Value of the extension in `extensions` of an object of STIX.',
        type: 'object',
        properties: {
          extension_type: { const: 'property-extension' },
          derived: { const: true, description: 'The object repeats what elements say.' },
          institution: wireSchema(INSTITUTION),
          officer: element(OFFICER, ['user_id'], false),
          case: {
            ...element(CASE_FRAME, ['title'], false),
            description: 'Of the grouping; its name is the title.',
          },
          party: {
            ...element(PARTY, ['name', 'role']),
            description:
              'Of an identity; its name and the first of its roles are the name and role of the party.',
          },
          accounts: {
            type: 'array',
            description: 'Of a user-account; user_id is the number, account_type tells a wallet.',
            items: unless(element(ACCOUNT, ['is_wallet']), 'account'),
          },
          contacts: { type: 'array', items: unless(element(CONTACT, []), 'value') },
          signal: {
            ...element(SIGNAL, ['text'], false),
            description: 'Of a note; its content is the text.',
          },
          network: {
            ...element(NETWORK, ['story'], false),
            description: 'Of a note; its content is the story.',
          },
          hold: { ...wireSchema(HOLD), description: 'Of a note.' },
          fact: { ...wireSchema(FACT), description: 'Of a note.' },
        },
        required: ['extension_type'],
      },
      'money-transfer': observable(
        {
          ...transfer.properties,
          type: { const: 'money-transfer' },
          id: ref,
          reference: { type: 'string', description: 'As the bank of the payer names it.' },
          payer_ref: ref,
          payee_ref: ref,
          executed_at: time,
        },
        ['reference', ...transfer.required!],
      ),
      'public-post': observable(
        {
          ...post.properties,
          type: { const: 'public-post' },
          id: ref,
          reference: { type: 'string' },
          url_ref: ref,
          author_ref: ref,
          posted_at: time,
        },
        ['reference', ...post.required!],
      ),
      'phone-number': observable(
        { type: { const: 'phone-number' }, id: ref, value: { type: 'string' } },
        ['value'],
      ),
      'contact-point': observable(
        {
          type: { const: 'contact-point' },
          id: ref,
          kind: wireSchema(CONTACT).properties!.kind,
          value: { type: 'string' },
        },
        ['kind'],
      ),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeOrCheck(STIX_EXTENSION_PAGE, stixExtensionSchema(), process.argv);
