import { type Fm1Envelope, messageBytes, signedData } from './envelope.ts';
import { allowed, toWire } from './wire.ts';
import { node, put, type XmlNode } from './xml-tree.ts';

export interface AnswerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An answer to a request of the Agency: section 12 of the format. */
export interface UponDocInfo {
  readonly envelope: Fm1Envelope;
  /** Of the request. */
  readonly originalGuid: string;
  readonly comment: string;
  /** Canonical moment on the clock of Almaty. */
  readonly answeredAt: string;
  readonly files: readonly AnswerFile[];
}

/** Bytes of one part of a file: a multiple of three, so that parts of Base64 join without filling. */
const PART_BYTES = 3 * 256 * 1024;
const NAME_MOST = 255;

/**
 * Writes UponDocInfo. A file goes in parts: each with its name, its length and its bytes in Base64. The format says neither how
 * large a part is nor what ties parts of one file: ours are named alike and stand in order.
 */
export function writeUponDocInfo(answer: UponDocInfo): Uint8Array {
  const root = node('Root');
  put(root, 'OriginalDocumentGuid', answer.originalGuid);
  put(root, 'Comment', allowed(answer.comment));
  put(root, 'ResponseDateTime', toWire({ type: 'moment' }, answer.answeredAt));
  if (answer.files.length > 0) {
    root.children.push(node('Attachments', answer.files.map(attachment)));
    root.children.push(node('BrokenFilesInfo', answer.files.flatMap(parts)));
  }
  return messageBytes(signedData(answer.envelope, root));
}

function attachment({ name, bytes }: AnswerFile): XmlNode {
  const one = node('Attachment');
  put(one, 'FileName', fileName(name));
  put(one, 'Length', String(bytes.length));
  return one;
}

function parts({ name, bytes }: AnswerFile): XmlNode[] {
  const made: XmlNode[] = [];
  for (let from = 0; from === 0 || from < bytes.length; from += PART_BYTES) {
    const part = bytes.subarray(from, from + PART_BYTES);
    const one = node('BrokenFileInfo');
    put(one, 'Name', fileName(name));
    put(one, 'Length', String(part.length));
    put(one, 'Buffer', Buffer.from(part.buffer, part.byteOffset, part.length).toString('base64'));
    made.push(one);
  }
  return made;
}

const fileName = (name: string): string => allowed(name).slice(-NAME_MOST);
