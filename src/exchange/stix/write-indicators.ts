import { isoTime, tlpOf } from '../element-marks.ts';
import { LOOKED_FOR } from '../looked-for.ts';
import { DERIVED } from './extension.ts';
import { ownId } from './ids.ts';
import { urlSeen } from './observables.ts';
import { equalityPattern, type NamedObject } from './pattern.ts';
import { confidenceOf } from './write-case.ts';
import type { StixWriting } from './writing.ts';

/** Indicators: accounts in the flow, contacts of recruiters, addresses of posts. */
export function writeIndicators(
  writing: StixWriting,
  accounts: ReadonlyMap<string, NamedObject | null>,
  contacts: ReadonlyMap<string, NamedObject | null>,
): void {
  const { file, options } = writing;
  const posts = new Set(file.posts.map(({ id }) => id));
  const indicate = (
    id: string,
    tlp: Parameters<StixWriting['add']>[2],
    named: NamedObject | null,
    what: string,
  ) => {
    if (named === null) return;
    writing.add('indicator', ownId('indicator', file, id), tlp, {
      name: what,
      indicator_types: ['anomalous-activity'],
      pattern: equalityPattern(named.type, named.equal),
      pattern_type: 'stix',
      pattern_version: '2.1',
      valid_from: isoTime(file.openedAt === 0 ? file.asOf : file.openedAt),
      confidence: confidenceOf(file),
      extensions: DERIVED,
    });
  };
  for (const { id, role, origin } of file.accounts)
    if (LOOKED_FOR.includes(role))
      indicate(id, tlpOf(origin, options), accounts.get(id) ?? null, `Account: ${role}`);
  for (const { id, kind, origin, seenWith } of file.contacts)
    if (seenWith.some((ref) => posts.has(ref)))
      indicate(id, tlpOf(origin, options), contacts.get(id) ?? null, `Contact: ${kind}`);
  for (const { id, url, origin, label } of file.posts)
    if (url !== null)
      indicate(id, tlpOf(origin, options), urlSeen(url)?.looksFor ?? null, `Post: ${label}`);
}
