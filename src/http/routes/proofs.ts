import { challenge } from '../../service/portal/proofs/proofs.ts';
import { ProofChallenge, ProofParams } from '../contract/proof.ts';
import { route } from '../route.ts';

const take = route({
  method: 'GET',
  path: '/v1/proofs/:purpose',
  tag: 'portal',
  summary: 'A short task for a device: solved, it lets a stranger write',
  description:
    'Instead of a captcha: nobody is watched. It is harder for an address that asks for many, and a little for all when there is a storm.',
  access: { public: true },
  params: ProofParams,
  reply: { 200: ProofChallenge },
  problems: ['QRG_PROOF_OFTEN'],
  handler: ({ params, address }, { portal }) => ({
    status: 200,
    body: challenge(portal.proofs, params.purpose, address),
  }),
});

export const PROOF_ROUTES = [take];
