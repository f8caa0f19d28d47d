import { z } from 'zod';

/** One field that does not fit. */
export const FieldProblem = z
  .object({
    path: z.string().meta({
      description: 'JSON Pointer into the body (RFC 6901), or the name of a parameter',
      examples: ['/amountMinor'],
    }),
    code: z.string().meta({ examples: ['QRG_FIELD_MISSING'] }),
    message: z.string().meta({ examples: ['Обязательное поле не заполнено'] }),
  })
  .meta({ id: 'FieldProblem' });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** Why a request was refused: problem details of RFC 9457, in the language of Accept-Language. */
export const ProblemReply = z
  .object({
    type: z.string().meta({ examples: ['urn:qorgan:problem:QRG_HTTP_INVALID'] }),
    title: z
      .string()
      .meta({ description: 'The status in words', examples: ['Unprocessable Entity'] }),
    status: z.int().meta({ examples: [422] }),
    detail: z.string().meta({ description: 'What is wrong, for a person' }),
    code: z.string().meta({ description: 'Stable: branch on it', examples: ['QRG_HTTP_INVALID'] }),
    hint: z.string().optional().meta({ description: 'What to do about it' }),
    instance: z.string().meta({ examples: ['urn:qorgan:request:m1x2-17'] }),
    version: z
      .int()
      .optional()
      .meta({ description: 'Of a thing that changed meanwhile: the version it has now' }),
    errors: z.array(FieldProblem).optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' });
export type ProblemReply = z.infer<typeof ProblemReply>;
