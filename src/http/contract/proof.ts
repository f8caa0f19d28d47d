import { z } from 'zod';
import { PROOF_PURPOSES } from '../../service/portal/proofs/proofs.ts';
import { Moment } from './text.ts';

export const ProofParams = z.strictObject({ purpose: z.enum(PROOF_PURPOSES) });

export const ProofChallenge = z
  .object({
    text: z.string().meta({ examples: ['r16.mig3k2x1.AbCdEfGh.0123456789abcdef'] }),
    bits: z.int().meta({
      description:
        "Find a nonce of decimal digits for which SHA-256 of 'text:nonce' begins with so many zero bits",
    }),
    expiresAt: Moment,
  })
  .meta({ id: 'ProofChallenge' });

/** Work that was done for one sending. */
export const ProofOfWork = z
  .strictObject({
    text: z
      .string()
      .max(60)
      .regex(/^[\w.-]+$/),
    nonce: z.string().regex(/^\d{1,12}$/),
  })
  .meta({
    id: 'ProofOfWork',
    description: 'A challenge of GET /v1/proofs/{purpose}, solved; used once',
  });
