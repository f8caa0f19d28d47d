import { Caller } from '../../src/client/caller.ts';
import { classCalls } from '../../src/client/classes.ts';
import { figureCalls } from '../../src/client/figures.ts';
import { heldCalls } from '../../src/client/held.ts';
import { knownContactCalls } from '../../src/client/known-contacts.ts';
import { proofCalls } from '../../src/client/proofs.ts';
import { reportCalls } from '../../src/client/reports.ts';
import type { Language } from '../../src/domain/language.ts';
import { settings } from './settings.ts';

/** Only the calls that anybody may make: the whole client would cost every phone what none of them uses. */
function portalClient(language: Language) {
  const caller = new Caller({ baseUrl: '', language });
  return {
    classes: classCalls(caller),
    figures: figureCalls(caller),
    held: heldCalls(caller),
    knownContacts: knownContactCalls(caller),
    proofs: proofCalls(caller),
    reports: reportCalls(caller),
  };
}

/** The service this page came from, answering in the visitor's language. A refusal is thrown as QorganProblem. */
export const api = () => portalClient(settings().language);

export { QorganProblem } from '../../src/client/problem.ts';
