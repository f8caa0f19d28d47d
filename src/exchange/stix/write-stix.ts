import type { CaseFile } from '../../domain/case/case-file.ts';
import { ok, type Result } from '../../domain/errors/catalogue.ts';
import { isoTime, type MarkingOptions, nameOf, refuseRed, refuseTimes } from '../element-marks.ts';
import { FIELD_CLASSES, type FieldClass } from '../fields/field-class.ts';
import type { Written } from '../written.ts';
import { EXTENSION_OBJECTS } from './extension.ts';
import { ownId } from './ids.ts';
import type { StixObject } from './stix-object.ts';
import { tlpMarking, tlpOfMarking } from './tlp-marking.ts';
import { writeCase } from './write-case.ts';
import { writeIndicators } from './write-indicators.ts';
import { writeNotes } from './write-notes.ts';
import { writeParties } from './write-parties.ts';
import { writePosts } from './write-posts.ts';
import { writeAccounts, writeContacts, writeTransfers } from './write-transfers.ts';
import { StixWriting } from './writing.ts';

const STIX_MEDIA_TYPE = 'application/stix+json;version=2.1';

/** The extension says all that a case file holds. */
export const STIX_CARRIES: readonly FieldClass[] = FIELD_CLASSES;
/** A bundle says something as soon as it has an account, a party or a post: nothing of it must be told. */
export const STIX_NEEDS: readonly FieldClass[] = [];

/**
 * A case as a STIX 2.1 bundle: docs/reference/stix.md, object by object. The same case file and options give the same bytes.
 *
 * Fails with QRG_WRITTEN_RED and QRG_WRITTEN_TIME.
 */
export function writeStix(file: CaseFile, options: MarkingOptions): Result<Written> {
  const red = refuseRed(file, options);
  if (!red.ok) return red;
  const times = refuseTimes(file);
  if (!times.ok) return times;

  const writing = new StixWriting(file, options);
  const parties = writeParties(writing);
  const accounts = writeAccounts(writing, parties);
  const transfers = writeTransfers(writing, accounts);
  const posts = writePosts(writing);
  const contacts = writeContacts(writing);
  const elements = new Map([...parties, ...accounts.ids, ...transfers, ...posts, ...contacts.ids]);
  const members = [parties, accounts.ids, transfers, posts, contacts.ids];
  const grouping = writeCase(
    writing,
    members.flatMap((ids) => [...ids.values()]),
  );
  writeIndicators(writing, accounts.seen, contacts.seen);
  writeNotes(writing, elements, grouping);

  const objects = writing.objects();
  const bundle = {
    type: 'bundle',
    id: ownId('bundle', file, isoTime(file.asOf)),
    objects: [...EXTENSION_OBJECTS, ...markingsOf(objects), ...objects],
  };
  return ok({
    fileName: `stix-${nameOf(file.number)}.json`,
    mediaType: STIX_MEDIA_TYPE,
    bytes: new TextEncoder().encode(`${JSON.stringify(bundle, null, 1)}\n`),
    left: [],
  });
}

/** The definitions of the marks that the objects carry, each once. */
function markingsOf(objects: readonly StixObject[]): StixObject[] {
  const ids = objects.flatMap((object) => [
    ...(object.object_marking_refs as string[]),
    ...((object.granular_markings ?? []) as { marking_ref: string }[]).map((g) => g.marking_ref),
  ]);
  return [...new Set(ids)].sort().map((id) => tlpMarking(tlpOfMarking(id)!));
}
