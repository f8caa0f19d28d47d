import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { textOfMessage } from './envelope.ts';
import { at, readTree, type XmlNode } from './xml-tree.ts';

/**
 * Whether a file is the message that we exported, with a signature added. The signature itself is not checked: it is of the
 * user's own crypto provider, and the Agency checks it. Blanks between elements and the byte order are a provider's own affair;
 * every element, attribute and character of ours is not.
 *
 * Fails with QRG_FILING_SIGNATURE, QRG_FILING_SIGNED_OTHER, QRG_FILING_MESSAGE; throws QRG_FILE_XML, QRG_FILE_XML_DTD.
 */
export function checkSigned(exported: Uint8Array, signed: Uint8Array): Result<undefined> {
  const ours = readTree(textOfMessage(exported), 'exported.xml');
  const theirs = readTree(textOfMessage(signed), 'signed.xml');
  if (theirs.name !== 'ExportData') return fail('QRG_FILING_MESSAGE', { file: 'signed.xml' });
  const signature = takeSignature(theirs);
  if (!isUtf16(signed)) return fail('QRG_FILING_SIGNED_UTF16');
  if (!isSame(ours, theirs)) return fail('QRG_FILING_SIGNED_OTHER');
  return signature === undefined || isEmpty(signature)
    ? fail('QRG_FILING_SIGNATURE')
    : ok(undefined);
}

/** The format asks for UTF-16 with its mark. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** The format puts it into SignedData; a W3C provider may put it at the end of the document. */
function takeSignature(root: XmlNode): XmlNode | undefined {
  for (const holder of [at(root, 'SignedData'), root]) {
    const place = holder?.children.findIndex(({ name }) => name === 'Signature') ?? -1;
    if (place >= 0) return holder?.children.splice(place, 1)[0];
  }
  return undefined;
}

const isEmpty = ({ text, children }: XmlNode): boolean =>
  text.trim() === '' && children.every(isEmpty);

function isSame(ours: XmlNode, theirs: XmlNode): boolean {
  return (
    ours.name === theirs.name &&
    ours.text.trim() === theirs.text.trim() &&
    ours.attributes.size === ownAttributes(theirs).length &&
    ownAttributes(theirs).every(([name, value]) => ours.attributes.get(name) === value) &&
    ours.children.length === theirs.children.length &&
    ours.children.every((child, i) => isSame(child, theirs.children[i]))
  );
}

/** A provider may declare its own namespaces, and mark what it signed by an id. */
const ownAttributes = ({ attributes }: XmlNode): (readonly [string, string])[] =>
  [...attributes].filter(
    ([name, value]) => !/^(?:Id|ID|id)$/.test(name) && !/^https?:/.test(value),
  );
