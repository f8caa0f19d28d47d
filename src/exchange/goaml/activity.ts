import type { CaseAccount, CaseParty } from '../../domain/case/case-file.ts';
import { accountTold, isPerson } from './account.ts';
import { entityTold } from './entity.ts';
import { personTold } from './person.ts';
import { suspected } from './transaction.ts';
import { country, roleRemark, type Told, type Writing } from './writing.ts';
import { COMMENTS_MOST, group, someGroup, text } from './xml.ts';

/** The accounts and people that no told transfer names, as `activity`; '' when there are none. */
export function activityXml(writing: Writing, toldAccounts: ReadonlySet<string>): string {
  const { file } = writing;
  const accounts = file.accounts.filter(({ id }) => !toldAccounts.has(id));
  const holders = new Set(file.accounts.map(({ holder }) => holder));
  const parties = file.parties.filter(({ id }) => !holders.has(id));
  return someGroup(
    'activity',
    someGroup(
      'report_parties',
      ...accounts.map((account) => accountParty(writing, account)),
      ...parties.map((party) => personParty(writing, party)),
    ),
  );
}

function accountParty(writing: Writing, account: CaseAccount): string {
  const told = accountTold(writing, account);
  return reportParty(writing, 'account', told, account.home?.country ?? null, account.role);
}

function personParty(writing: Writing, party: CaseParty): string {
  if (party.kind === 'unknown')
    writing.left.add(`party ${party.id}: told as a person, as nobody knows what it is`);
  return isPerson(party) || party.kind === 'unknown'
    ? reportParty(writing, 'person', personTold(writing, party), party.citizenship, party.role)
    : reportParty(writing, 'entity', entityTold(writing, party), party.citizenship, party.role);
}

function reportParty(
  writing: Writing,
  kind: 'account' | 'person' | 'entity',
  told: Told,
  home: string | null,
  role: CaseParty['role'],
): string {
  return group(
    'report_party',
    group(told.asClient ? `${kind}_my_client` : kind, told.xml),
    text('country', country(writing, home), 50),
    suspected('is_suspected', role),
    text('reason', roleRemark(role), COMMENTS_MOST),
  );
}
