import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import {
  ParseOption,
  XmlAttribute,
  XmlDocument,
  XmlLibError,
  type XmlValidateError,
  XsdValidator,
} from 'libxml2-wasm';
import { fail, ok, QorganError, type Result } from '../../domain/errors/catalogue.ts';
import { xsdPattern } from './xsd-pattern.ts';

/** A schema of goAML is 0.3 MB, a report of twenty thousand transfers some 100 MB. */
const SCHEMA_MOST = 8 << 20;
const DOCUMENT_MOST = 256 << 20;
const PROBLEMS_MOST = 100;

/**
 * Nothing outside of the text is read: no DTD, no entity, no network. Declarations of types are refused before that, so the
 * flags are a second wall.
 */
const CLOSED =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_BIG_LINES;

/** A pattern that had to be read differently from how the schema writes it. */
export interface AlteredPattern {
  readonly line: number;
  readonly was: string;
  readonly now: string;
}

export interface XmlProblem {
  /** 1-based; 0 when it is of no line. */
  readonly line: number;
  readonly message: string;
}

/** A schema read once; `dispose` gives its memory back. */
export interface Xsd {
  /** SHA-256 of the file, hex: which schema a report was held to. */
  readonly sha256: string;
  readonly altered: readonly AlteredPattern[];
  /** The schema as it is used, for a check by another program. */
  readonly text: string;
  /** What is wrong with a document, at most 100 things; none for a valid one. */
  check(bytes: Uint8Array): readonly XmlProblem[];
  dispose(): void;
}

/**
 * Reads a schema, whose patterns may be written for .NET (xsd-pattern.ts): they are altered in memory, never in the file.
 * Errors: QRG_XSD_UNREADABLE when the file cannot be read or is larger than 8 MB, QRG_XSD_INVALID, with the line, when it is no
 * schema, declares a DTD, or names another file.
 */
export async function readXsd(path: string): Promise<Result<Xsd>> {
  const bytes = await bounded(path);
  return bytes === null ? fail('QRG_XSD_UNREADABLE', { path }) : xsdOf(bytes, path);
}

async function bounded(path: string): Promise<Uint8Array | null> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > SCHEMA_MOST) return null;
    return await file.readFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function xsdOf(bytes: Uint8Array, path: string): Result<Xsd> {
  if (hasDoctype(bytes)) return fail('QRG_XSD_INVALID', { path, line: 1, what: 'DOCTYPE' });
  try {
    using document = XmlDocument.fromBuffer(bytes, { option: CLOSED });
    const other = document.get(`//*[${XSD_OWN}][${OTHER_FILE}][@schemaLocation]`);
    if (other !== null)
      return fail('QRG_XSD_INVALID', { path, line: other.line, what: 'schemaLocation' });
    const altered = alterPatterns(document);
    const validator = XsdValidator.fromDoc(document);
    return ok({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      altered,
      text: document.toString({ format: false }),
      check: (xml) => problemsOf(validator, xml),
      dispose: () => validator.dispose(),
    });
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const [first] = error.details;
    return fail('QRG_XSD_INVALID', {
      path,
      line: first?.line ?? 0,
      what: (first?.message ?? error.message).trim(),
    });
  }
}

const XSD_OWN = "namespace-uri()='http://www.w3.org/2001/XMLSchema'";
const OTHER_FILE = "local-name()='import' or local-name()='include' or local-name()='redefine'";

function alterPatterns(document: XmlDocument): AlteredPattern[] {
  const altered: AlteredPattern[] = [];
  for (const node of document.find(`//*[${XSD_OWN}][local-name()='pattern']/@value`)) {
    if (!(node instanceof XmlAttribute)) continue;
    const was = node.value;
    const now = xsdPattern(was);
    if (now === was) continue;
    node.value = now;
    altered.push({ line: node.parent?.line ?? 0, was, now });
  }
  return altered;
}

function problemsOf(validator: XsdValidator, xml: Uint8Array): readonly XmlProblem[] {
  if (xml.byteLength > DOCUMENT_MOST)
    throw new QorganError('QRG_XML_LARGE', { most: DOCUMENT_MOST });
  if (hasDoctype(xml)) return [{ line: 1, message: 'DOCTYPE' }];
  try {
    using document = XmlDocument.fromBuffer(xml, { option: CLOSED });
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return toldOf(error);
  }
}

const toldOf = ({ details, message }: XmlLibError | XmlValidateError): readonly XmlProblem[] =>
  details.length === 0
    ? [{ line: 0, message: message.trim() }]
    : details
        .slice(0, PROBLEMS_MOST)
        .map((detail) => ({ line: detail.line, message: detail.message.trim() }));

const DOCTYPES = [
  Buffer.from('<!DOCTYPE'),
  Buffer.from('<!DOCTYPE', 'utf16le'),
  Buffer.from('<!DOCTYPE', 'utf16le').swap16(),
];

/** Neither a schema nor a report has one. */
function hasDoctype(bytes: Uint8Array): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return DOCTYPES.some((doctype) => whole.includes(doctype));
}
