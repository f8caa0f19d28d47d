import { type ClientAct, clientSays } from '../../service/portal/held/client-says.ts';
import { lookUpHeld } from '../../service/portal/held/look-up.ts';
import { accept } from '../../service/portal/proofs/proofs.ts';
import { Held, HeldLook, HeldWords } from '../contract/held.ts';
import { route } from '../route.ts';

/** A code and some lines of text. */
const BODY_MOST = 16 * 1024;

const look = route({
  method: 'POST',
  path: '/v1/held',
  tag: 'portal',
  summary: 'How a held payment stands, for whoever has the code that the bank gave',
  description:
    'Only of holds that the payments law obliges to tell of. Any other hold is not found, as a code that was never given.',
  access: { public: true },
  body: HeldLook,
  bodyMost: BODY_MOST,
  reply: { 200: Held },
  problems: ['QRG_HELD_CODE', 'QRG_HELD_OFTEN'],
  handler: async ({ body, address }, { portal }) => ({
    status: 200,
    body: await lookUpHeld(portal.held, body.code, address),
  }),
});

const says = (kind: ClientAct, path: string, summary: string) =>
  route({
    method: 'POST',
    path,
    tag: 'portal',
    summary,
    access: { public: true },
    body: HeldWords,
    bodyMost: BODY_MOST,
    reply: { 201: Held },
    problems: [
      'QRG_PROOF_WRONG',
      'QRG_PROOF_OLD',
      'QRG_PROOF_USED',
      'QRG_PROOF_OFTEN',
      'QRG_HELD_CODE',
      'QRG_HELD_OFTEN',
      ...(kind === 'answer'
        ? (['QRG_HELD_NOT_ASKED'] as const)
        : (['QRG_HELD_APPEAL_WAITS', 'QRG_HELD_NO_APPEAL'] as const)),
    ],
    handler: async ({ body, address }, { portal }) => {
      accept(portal.proofs, body.proof, 'appeal');
      return { status: 201, body: await clientSays(portal.held, kind, body, address) };
    },
  });

const explain = says(
  'answer',
  '/v1/held/explanations',
  'Explain a held payment to the bank that asks; goes into the history of the hold',
);
const appeal = says(
  'appeal',
  '/v1/held/appeals',
  'Appeal a hold; somebody else than who decided it looks into it',
);

export const HELD_ROUTES = [look, explain, appeal];
