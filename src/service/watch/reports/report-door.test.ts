import { expect, it } from 'vitest';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { solve } from '../../../domain/proof-of-work.ts';
import { RateLimiter } from '../../access/token-bucket.ts';
import { challenge, openProofs } from '../../portal/proofs/proofs.ts';
import { openReportDesk } from './report-desk.ts';
import { letIn } from './report-door.ts';

it('one network of many subscribers, all with proofs, leaves room for the proofs of others', async () => {
  const now = () => Date.UTC(2026, 10, 20, 9);
  const proofs = openProofs({ now });
  const store = { vault: { hash: () => Buffer.alloc(1) }, write: async () => undefined };
  const desk = openReportDesk({ store, proofs, now, audit: {}, watch: {} } as never);
  const rates = { ...desk.rates, provedNetwork: new RateLimiter({ perSecond: 1, burst: 3 }) };
  const tell = async (address: string) => {
    const given = challenge(proofs, 'report', address);
    const proof = { text: given.text, nonce: await solve(given) };
    try {
      await letIn({ ...desk, rates }, address, proof);
      return 'in';
    } catch (error) {
      return error instanceof QorganError ? error.problem.code : String(error);
    }
  };
  const told: string[] = [];
  for (let i = 1; i <= 4; i++) told.push(await tell(`2001:db8:1:${i}::1`));
  expect(told).toEqual(['in', 'in', 'in', 'QRG_WATCH_REPORT_OFTEN']);
  expect(await tell('2001:db8:2:1::1')).toBe('in');
});
