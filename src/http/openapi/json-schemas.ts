import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** A JSON Schema, or a reference to one. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

type Io = 'input' | 'output';

/**
 * Gathers the schemas of a document: those with an id stand once among its components and are referred to. Throws when one id
 * would mean two schemas.
 */
export class JsonSchemas {
  readonly components: Record<string, JsonSchema> = {};

  /** The schema of what is sent to us (`input`) or what we send (`output`). */
  of(schema: z.ZodType, io: Io): JsonSchema {
    const { $schema, $defs, ...own } = z.toJSONSchema(schema, {
      io,
      target: 'draft-2020-12',
      override: ({ jsonSchema }) => tidy(jsonSchema),
    }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
    for (const [name, definition] of Object.entries($defs ?? {})) this.#add(name, definition);
    const { id, ...rest } = own;
    if (typeof id !== 'string') return referred(own);
    this.#add(id, rest);
    return { $ref: `#/components/schemas/${id}` };
  }

  #add(name: string, { id: _, ...definition }: JsonSchema): void {
    const schema = referred(definition);
    const known = this.components[name];
    if (known !== undefined && !isDeepStrictEqual(known, schema))
      throw new Error(`two schemas are called ${name}`);
    this.components[name] = schema;
  }
}

/** Bounds that only say what a number in JSON can hold anyway. */
function tidy(schema: Record<string, unknown>): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

/** References into a schema's own definitions become references to components. */
const referred = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
