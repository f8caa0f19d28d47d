import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { FM1_MOST, type Fm1Document, type Fm1Values } from './document.ts';
import { type Fm1Envelope, textOfMessage } from './envelope.ts';
import { FM1_BRANCHES, type Fm1Field } from './field.ts';
import {
  FOUNDER_FIELDS,
  MESSAGE_FIELDS,
  PARTICIPANT_FIELDS,
  REFERENCE_FIELDS,
  REPORTER_FIELDS,
} from './fields.ts';
import { fromWire } from './wire.ts';
import { at, readTree, valueAt, type XmlNode } from './xml-tree.ts';

export interface ReadFm1 {
  readonly envelope: Fm1Envelope;
  readonly document: Fm1Document;
  /** Base64 of the signature, as the provider wrote it; undefined when there is none. */
  readonly signature: string | undefined;
}

/** Reads a notice back. Fails with QRG_FILING_MESSAGE when it is none; throws QRG_FILE_XML, QRG_FILE_XML_DTD. */
export function readFm1(bytes: Uint8Array, file: string): Result<ReadFm1> {
  const tree = readTree(textOfMessage(bytes), file);
  const signed = at(tree, 'SignedData');
  const root = signed && at(signed, 'Data/Root');
  const message = root && at(root, 'MessageInformation');
  if (tree.name !== 'ExportData' || signed === undefined || root === undefined || !message)
    return fail('QRG_FILING_MESSAGE', { file });
  const participants = rows(root, 'Participants', 'Participant', FM1_MOST.participants);
  const references = rows(root, 'References', 'Reference', FM1_MOST.references);
  if (participants === undefined || references === undefined)
    return fail('QRG_FILING_MESSAGE', { file });
  return ok({
    envelope: {
      sender: valueAt(signed, 'Sender') ?? '',
      receiver: valueAt(signed, 'Receiver') ?? '',
      sentAt: fromWire(MOMENT, valueAt(signed, 'TimeStamp') ?? ''),
      documentGuid: valueAt(root, 'DocumentUniqueIdentifier') ?? '',
      versionGuid: valueAt(root, 'Version') ?? '',
    },
    document: {
      reporter: values(at(root, 'PersonalData'), REPORTER_FIELDS),
      message: values(message, MESSAGE_FIELDS),
      references: references.map((one) => values(one, REFERENCE_FIELDS)),
      participants: participants.map((one) => ({
        fields: values(one, PARTICIPANT_FIELDS, branchIn(one)),
        founders: (rows(one, 'Founders', 'Founder', FM1_MOST.founders) ?? []).map((founder) =>
          values(founder, FOUNDER_FIELDS),
        ),
      })),
    },
    signature: valueAt(tree, 'SignedData/Signature') ?? valueAt(tree, 'Signature'),
  });
}

const MOMENT = { type: 'moment' } as const;

/** Undefined when there are more than a notice has. */
function rows(root: XmlNode, list: string, name: string, most: number): XmlNode[] | undefined {
  const found = at(root, list)?.children.filter((one) => one.name === name) ?? [];
  return found.length > most ? undefined : found;
}

const branchIn = (participant: XmlNode): string =>
  Object.values(FM1_BRANCHES).find((name) => at(participant, `AdditionalPersonInfo/${name}`)) ??
  FM1_BRANCHES[(valueAt(participant, 'ParticipantsType') ?? '1') as '1'] ??
  '';

function values(from: XmlNode | undefined, fields: readonly Fm1Field[], branch = ''): Fm1Values {
  const read: Record<string, string> = {};
  if (from === undefined) return read;
  for (const field of fields) {
    if (field.tag === '') continue;
    const value = valueAt(from, field.tag.replace('{branch}', branch));
    if (value !== undefined) read[field.id] = fromWire(field, value);
  }
  return read;
}
