import type { Random } from '../../domain/random.ts';
import { DAY_MS, HOUR_MS } from '../calendar.ts';
import type { Stage } from '../stage.ts';
import { passedOn, pay, takeOut } from './carry.ts';
import { Flow, ringStart } from './flow.ts';
import { cast, foundGang, leavesAt, type Mule, recruit } from './mule.ts';

/**
 * Sham loans: the organiser's money enters a linked company, is "lent" to recruits and comes back round as
 * "return of a loan" or leaves through an exchange; then the next round begins.
 */
export function shamLoan(stage: Stage, random: Random, intensity: number): void {
  const flow = new Flow(stage, stage.foundRing('sham_loan'));
  const gang = foundGang(stage, random, flow.ring, ringStart(stage, 0.7 * random.next()));
  const organiser = recruit(stage, random, gang, 'organiser');
  const company = linkedCompany(stage, flow, random);
  const borrowers = Array.from({ length: random.int(3, 7) }, () =>
    recruit(stage, random, gang, 'transit'),
  );
  // Where the loans "return": the organiser's own account, or a second pair of hands.
  const returns = random.chance(0.5) ? organiser : recruit(stage, random, gang, 'cashout');
  const rounds = Math.max(1, Math.round(random.int(1, 3) * intensity));
  const leavesShare = random.pick([0, 0.4, 0.8]);
  let at = gang.start;
  for (let round = 0; round < rounds && at < stage.to; round++) {
    const loans = borrowers.map(
      () => Math.round(random.lognormal(900_000, 0.6) / 50_000) * 50_000_00 + 100_000_00,
    );
    const total = loans.reduce((sum, loan) => sum + loan, 0);
    flow.ownMoney(organiser.account, total);
    let now =
      pay(flow, organiser, company.account, at, total, random) + 20 * HOUR_MS * random.next();
    let roundEnds = now;
    borrowers.forEach((borrower, i) => {
      now += 3 * HOUR_MS * random.next();
      flow.move({
        at: now,
        payer: company.account,
        payee: borrower.account,
        amountMinor: loans[i],
        purpose: random.chance(0.8) ? 'loan' : 'unknown',
        device: company.device,
      });
      const back = giveBack(flow, borrower, returns, now, loans[i], leavesShare, random);
      roundEnds = Math.max(roundEnds, back);
    });
    at = roundEnds + (1 + 6 * random.next()) * DAY_MS;
  }
  flow.commit();
}

/** A company with an account of its own, mostly young. */
function linkedCompany(stage: Stage, flow: Flow, random: Random): Mule {
  const ageDays = random.chance(0.6) ? random.int(20, 250) : random.int(250, 2000);
  const account = stage.registry.addCompany(undefined, undefined, ageDays);
  cast(stage, flow.ring, account, 'organiser');
  return { account, device: stage.registry.addDevice(), discipline: 'ordinary', keeps: 0 };
}

function giveBack(
  flow: Flow,
  borrower: Mule,
  returns: Mule,
  at: number,
  loanMinor: number,
  leavesShare: number,
  random: Random,
): number {
  const leaves = leavesAt(borrower, at, random);
  if (random.chance(leavesShare)) {
    takeOut(flow, borrower, 'exchange', at, loanMinor, random);
    return leaves;
  }
  flow.move({
    at: leaves,
    payer: borrower.account,
    payee: returns.account,
    amountMinor: passedOn(loanMinor, borrower.keeps, random),
    purpose: random.chance(0.6) ? 'loan_return' : 'unknown',
    device: borrower.device,
  });
  return leaves;
}
