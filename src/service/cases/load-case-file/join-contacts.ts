import type { CaseAccount, CaseContact, CaseParty } from '../../../domain/case/case-file.ts';

const CONTACTS_MOST = 2_000;
const SEEN_MOST = 1_000;

/**
 * Contacts of posts joined with those of parties and accounts: the same phone in a post and of a customer is one contact that
 * was seen with both.
 */
export function joinContacts(
  ofPosts: readonly Omit<CaseContact, 'id'>[],
  parties: readonly CaseParty[],
  accounts: readonly CaseAccount[],
): CaseContact[] {
  const found = new Map<string, { kind: CaseContact['kind']; value: string; seen: Set<string> }>();
  const see = (kind: CaseContact['kind'], value: string, by: readonly string[]): void => {
    const key = `${kind} ${value}`;
    const known = found.get(key) ?? { kind, value, seen: new Set<string>() };
    for (const id of by) if (known.seen.size < SEEN_MOST) known.seen.add(id);
    if (found.has(key) || found.size < CONTACTS_MOST) found.set(key, known);
  };
  for (const { kind, value, seenWith } of ofPosts) see(kind, value, seenWith);
  for (const { id, phones, emails } of parties) {
    for (const phone of phones) see('phone', phone, [id]);
    for (const email of emails) see('email', email, [id]);
  }
  for (const { id, devices, ips } of accounts) {
    for (const device of devices) see('device', device, [id]);
    for (const ip of ips) see('ip', ip, [id]);
  }
  return [...found.values()].map(({ kind, value, seen }, i) => ({
    id: `k${i + 1}`,
    kind,
    value,
    seenWith: [...seen],
    origin: null,
  }));
}
