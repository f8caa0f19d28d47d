import { userInfo } from 'node:os';
import { terminalPrincipal } from '../service/access/principal.ts';
import { openAudit } from '../service/audit/audit.ts';
import type { AuditEntry } from '../service/audit/entry.ts';
import type { Store } from '../store/store.ts';

/** Writes down in the record of acts what somebody does at the terminal of the server, under the name they are known there. */
export async function noteAct(store: Store, act: Omit<AuditEntry, 'actor'>): Promise<void> {
  const audit = await openAudit({ store });
  await audit.append({ actor: terminalPrincipal(userInfo().username), ...act });
  await audit.close();
}
