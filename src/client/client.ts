import { accountCalls } from './accounts.ts';
import { alertCalls } from './alerts.ts';
import { auditCalls } from './audit.ts';
import { Caller, type ClientOptions } from './caller.ts';
import { campaignCalls } from './campaigns.ts';
import { caseViewCalls } from './case-views.ts';
import { caseCalls } from './cases.ts';
import { classCalls } from './classes.ts';
import { customerCalls } from './customers.ts';
import { decisionCalls } from './decisions.ts';
import { figureCalls } from './figures.ts';
import { filingCalls } from './filings.ts';
import { heldCalls } from './held.ts';
import { holdCalls } from './holds.ts';
import { knownContactCalls } from './known-contacts.ts';
import { lawCalls } from './law.ts';
import { listCalls } from './lists.ts';
import { networkCalls } from './networks.ts';
import { packageCalls, partnerCalls } from './packages.ts';
import { institutionCalls, keyCalls, userCalls } from './people.ts';
import { postCalls } from './posts.ts';
import { proofCalls } from './proofs.ts';
import { reportCalls, reportTalkCalls } from './reports.ts';
import { riskCalls } from './risk.ts';
import { sessionCalls } from './session.ts';
import { captureCalls, takedownCalls } from './takedowns.ts';
import { watchSourceCalls } from './watch-sources.ts';

/**
 * A client of the service. Arguments and results have the types of the schemas that the service checks them by; a refusal is
 * thrown as QorganProblem. It runs in Node and in a browser and brings no library along.
 */
export function createClient(options: ClientOptions) {
  const caller = new Caller(options);
  return {
    decisions: decisionCalls(caller),
    alerts: alertCalls(caller),
    accounts: accountCalls(caller),
    networks: networkCalls(caller),
    customers: customerCalls(caller),
    risk: riskCalls(caller),
    lists: listCalls(caller),
    posts: postCalls(caller),
    watchSources: watchSourceCalls(caller),
    campaigns: campaignCalls(caller),
    reports: reportCalls(caller),
    reportTalk: reportTalkCalls(caller),
    classes: classCalls(caller),
    proofs: proofCalls(caller),
    figures: figureCalls(caller),
    knownContacts: knownContactCalls(caller),
    held: heldCalls(caller),
    holds: holdCalls(caller),
    takedowns: takedownCalls(caller),
    captures: captureCalls(caller),
    cases: caseCalls(caller),
    caseViews: caseViewCalls(caller),
    law: lawCalls(caller),
    filings: filingCalls(caller),
    packages: packageCalls(caller),
    partners: partnerCalls(caller),
    session: sessionCalls(caller),
    users: userCalls(caller),
    institutions: institutionCalls(caller),
    keys: keyCalls(caller),
    audit: auditCalls(caller),
  };
}

export type Client = ReturnType<typeof createClient>;
export type { ClientOptions } from './caller.ts';
export { QorganProblem } from './problem.ts';
