import { toWire } from './wire.ts';
import { node, put, type XmlNode, xmlOf } from './xml-tree.ts';

/** What stands around every message: who sends, to whom, when, and which document in which version. */
export interface Fm1Envelope {
  /** Letters A-Z and digits, 32 at most: the entity's name with the AFM. */
  readonly sender: string;
  readonly receiver: string;
  /** Canonical moment on the clock of Almaty. */
  readonly sentAt: string;
  /** GUIDs in upper case with hyphens. */
  readonly documentGuid: string;
  readonly versionGuid: string;
}

/** The AFM as a receiver. */
export const AFM = 'AFM';

const GUID = /^[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}$/;
export const isGuid = (text: string): boolean => GUID.test(text);

/** SignedData with its Root: the part that is signed, byte for byte. */
export function signedData(envelope: Fm1Envelope, root: XmlNode): XmlNode {
  const signed = node('SignedData');
  put(signed, 'Sender', envelope.sender);
  put(signed, 'Receiver', envelope.receiver);
  put(signed, 'TimeStamp', toWire({ type: 'moment' }, envelope.sentAt));
  const whole = node('Root', [
    { ...node('Version'), text: envelope.versionGuid },
    { ...node('DocumentUniqueIdentifier'), text: envelope.documentGuid },
    ...root.children,
  ]);
  signed.children.push(node('Data', [whole]));
  return signed;
}

/** A whole message without signature: UTF-16 with a byte order mark, as the format asks. */
export const messageBytes = (signed: XmlNode): Uint8Array =>
  utf16(`<?xml version="1.0" encoding="utf-16"?>${xmlOf(node('ExportData', [signed]))}`);

/** The bytes that the user's own crypto provider signs: SignedData as it stands in the message. */
export const signingBytes = (signed: XmlNode): Uint8Array => utf16(xmlOf(signed), false);

/** Little endian, the order of the systems that read it. */
export function utf16(text: string, mark = true): Uint8Array {
  const told = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(2 * told.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < told.length; i++) view.setUint16(2 * i, told.charCodeAt(i), true);
  return bytes;
}

/** Text of a message in UTF-16 by its mark, or in UTF-8: providers and portals are not of one mind. */
export function textOfMessage(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : second === 0
          ? 'utf-16le'
          : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
