import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import {
  antifraudAnswerSchema,
  antifraudMessageSchema,
} from '../src/exchange/antifraud/message.ts';
import { writeOrCheck } from './generated-page.ts';

/**
 * docs/reference/antifraud-messages.schema.json: the form of messages to the anti-fraud centre and of answers, JSON Schema 2020-12.
 * usage: node scripts/run.mjs scripts/antifraud-schema.ts [--check]
 */
export const ANTIFRAUD_SCHEMA = join(
  import.meta.dirname,
  ...['..', 'docs', 'reference', 'antifraud-messages.schema.json'],
);

export function antifraudSchema(): string {
  const { $schema: draft, ...message } = z.toJSONSchema(antifraudMessageSchema);
  const { $schema: _, ...answer } = z.toJSONSchema(antifraudAnswerSchema);
  const schema = {
    $schema: draft,
    title: 'Messages between a participant and the anti-fraud centre, in the form of Qorgan',
    anyOf: [{ $ref: '#/$defs/message' }, { $ref: '#/$defs/answer' }],
    $defs: { message, answer },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeOrCheck(ANTIFRAUD_SCHEMA, antifraudSchema(), process.argv);
