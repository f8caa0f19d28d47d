import { branchOf, type Fm1Document, type Fm1Values, fieldsOfParticipant } from './document.ts';
import { type Fm1Envelope, messageBytes, signedData, signingBytes } from './envelope.ts';
import { FM1_BRANCHES, type Fm1Field } from './field.ts';
import { FOUNDER_FIELDS, MESSAGE_FIELDS, REFERENCE_FIELDS, REPORTER_FIELDS } from './fields.ts';
import { toWire } from './wire.ts';
import { node, put, type XmlNode } from './xml-tree.ts';

/** A notice as bytes: the message, and the part of it that is to be signed. */
export interface Fm1Message {
  readonly message: Uint8Array;
  readonly signing: Uint8Array;
}

/** Writes a document, complete or not: whether it may be sent check.ts says. The same document gives the same bytes. */
export function writeFm1(document: Fm1Document, envelope: Fm1Envelope): Fm1Message {
  const signed = signedData(envelope, rootOf(document));
  return { message: messageBytes(signed), signing: signingBytes(signed) };
}

function rootOf(document: Fm1Document): XmlNode {
  const root = node('Root', [
    element('PersonalData', REPORTER_FIELDS, document.reporter),
    element('MessageInformation', MESSAGE_FIELDS, document.message),
  ]);
  if (document.references.length > 0)
    root.children.push(
      node(
        'References',
        document.references.map((values) => element('Reference', REFERENCE_FIELDS, values)),
      ),
    );
  root.children.push(node('Participants', document.participants.map(participant)));
  return root;
}

function participant({ fields: values, founders }: Fm1Document['participants'][number]): XmlNode {
  const branch = branchOf(values);
  const one = element(
    'Participant',
    fieldsOfParticipant(values),
    values,
    branch && FM1_BRANCHES[branch],
  );
  if (founders.length > 0) {
    // Before AdditionalPersonInfo, as the format lists them.
    const place = one.children.findIndex(({ name }) => name === 'AdditionalPersonInfo');
    const told = founders.map((values) => element('Founder', FOUNDER_FIELDS, values));
    one.children.splice(place < 0 ? one.children.length : place, 0, node('Founders', told));
  }
  return one;
}

function element(
  name: string,
  fields: readonly Fm1Field[],
  values: Fm1Values,
  branch = '',
): XmlNode {
  const made = node(name);
  for (const field of fields) {
    const value = values[field.id];
    if (field.tag !== '' && value !== undefined && value !== '')
      put(made, field.tag.replace('{branch}', branch), toWire(field, value));
  }
  return made;
}
