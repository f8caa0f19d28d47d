import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { isGuid, textOfMessage } from './envelope.ts';
import { fromWire } from './wire.ts';
import { at, readTree, valueAt, type XmlNode } from './xml-tree.ts';

/** What the Agency answered to a notice, or to an answer of ours: sections 5 and 11 of the format. */
export interface Acknowledgement {
  readonly accepted: boolean;
  /** Upper case. */
  readonly originalGuid: string;
  /** Null where it was accepted. */
  readonly errorCode: string | null;
  readonly errorName: string | null;
  readonly description: string | null;
  /** Canonical moment on the clock of Almaty; null: not told. */
  readonly at: string | null;
}

const WORDS_MOST = 3_000;

/**
 * Reads Ack1 (accepted) or Ack2 (rejected). A rejection has an error code other than 0; the format puts the first under Check and
 * the second under Root in one place, and both under Check in another, so either is read. Fails with QRG_FILING_ACK_FORM; throws
 * QRG_FILE_XML, QRG_FILE_XML_DTD.
 */
export function readAcknowledgement(bytes: Uint8Array, file: string): Result<Acknowledgement> {
  const body = bodyOf(readTree(textOfMessage(bytes), file), ['Check', 'Root']);
  const guid = body && guidOf(valueAt(body, 'OriginalDocumentGuid'));
  if (body === undefined || guid === undefined || hasQuestion(body))
    return fail('QRG_FILING_ACK_FORM', { file });
  const code = valueAt(body, 'ErrorCode') ?? '0';
  if (!/^-?\d{1,9}$/.test(code)) return fail('QRG_FILING_ACK_FORM', { file });
  const accepted = Number(code) === 0;
  return ok({
    accepted,
    originalGuid: guid,
    errorCode: accepted ? null : code,
    errorName: accepted ? null : wordsAt(body, 'ErrorName'),
    description: wordsAt(body, 'Description'),
    at: momentAt(body, 'AcceptanceDateTime') ?? momentAt(body, 'MessDate'),
  });
}

/** The result of registering as a reporting entity: Ack12 (delivered), Ack13 (refused), Ack14 (registered). */
export interface RegistrationAnswer extends Acknowledgement {
  /** Number that the Agency gave; null unless registered. */
  readonly systemId: string | null;
}

/** The same with the number that a registered entity gets. Fails and throws as `readAcknowledgement`. */
export function readRegistrationAnswer(
  bytes: Uint8Array,
  file: string,
): Result<RegistrationAnswer> {
  const read = readAcknowledgement(bytes, file);
  if (!read.ok) return read;
  const body = bodyOf(readTree(textOfMessage(bytes), file), ['Check', 'Root']);
  const systemId = body && valueAt(body, 'SystemId');
  return ok({ ...read.value, systemId: systemId && /^\d{1,20}$/.test(systemId) ? systemId : null });
}

/** A request for more: section 10. */
export interface DocInfo {
  readonly sender: string;
  readonly documentGuid: string;
  /** The notice it is about; null: about none of ours. */
  readonly originalGuid: string | null;
  readonly formNumber: string | null;
  /** Days for the answer; null: not told. */
  readonly countDays: number | null;
  readonly text: string;
  readonly requestedAt: string | null;
}

const DAYS_MOST = 366;

/** Reads DocInfo. Fails with QRG_FILING_REQUEST_FORM; throws QRG_FILE_XML, QRG_FILE_XML_DTD. */
export function readDocInfo(bytes: Uint8Array, file: string): Result<DocInfo> {
  const tree = readTree(textOfMessage(bytes), file);
  const body = bodyOf(tree, ['Root']);
  const text = body && wordsAt(body, 'Description');
  const original = body && guidOf(valueAt(body, 'OriginalDocumentGuid'));
  const own = body && guidOf(valueAt(body, 'DocumentUniqueIdentifier'));
  const guid = own ?? original;
  if (body === undefined || !text || guid === undefined || !hasQuestion(body))
    return fail('QRG_FILING_REQUEST_FORM', { file });
  const days = Number(valueAt(body, 'CountDays'));
  const signed = at(tree, 'SignedData');
  return ok({
    sender: (signed && valueAt(signed, 'Sender')) ?? 'AFM',
    documentGuid: guid,
    originalGuid: original ?? null,
    formNumber: (signed && valueAt(signed, 'FormNumber')) ?? null,
    countDays: Number.isInteger(days) && days > 0 && days <= DAYS_MOST ? days : null,
    text,
    requestedAt: momentAt(body, 'RequestDateTime') ?? null,
  });
}

/** A request has words and days, an answer of acceptance has neither days nor a time of request. */
const hasQuestion = (body: XmlNode): boolean =>
  valueAt(body, 'CountDays') !== undefined || valueAt(body, 'RequestDateTime') !== undefined;

function bodyOf(tree: XmlNode, names: readonly string[]): XmlNode | undefined {
  if (tree.name !== 'ExportData') return undefined;
  const data = at(tree, 'SignedData/Data') ?? at(tree, 'Data');
  return data?.children.find(({ name }) => names.includes(name));
}

/** A GUID of 36 signs, or the 32 digits alone, as the format lets an answer have it. */
function guidOf(text: string | undefined): string | undefined {
  const upper = text?.toUpperCase() ?? '';
  const plain = /^([0-9A-F]{8})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{12})$/.exec(upper);
  const guid = plain === null ? upper : plain.slice(1).join('-');
  return isGuid(guid) ? guid : undefined;
}

const wordsAt = (body: XmlNode, name: string): string | null =>
  valueAt(body, name)?.slice(0, WORDS_MOST) ?? null;

function momentAt(body: XmlNode, name: string): string | null {
  const told = valueAt(body, name);
  if (told === undefined) return null;
  const read = fromWire({ type: 'moment' }, told);
  return read === told ? null : read;
}
