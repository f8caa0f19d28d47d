import { SaxesParser } from 'saxes';
import { QorganError } from '../../domain/errors/catalogue.ts';

/** An element of a message of the AFM: small, without namespaces, text or children. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlNode[];
  text: string;
}

/** Far above any real message: an answer with files is bounded by its body. */
const MOST_DEPTH = 16;
const MOST_NODES = 20_000;

export const node = (name: string, children: XmlNode[] = []): XmlNode => ({
  name,
  attributes: new Map(),
  children,
  text: '',
});

/** Puts a value at 'A/B/@c' below an element, making what is missing on the way. */
export function put(root: XmlNode, path: string, value: string): void {
  let at = root;
  for (const step of path.split('/')) {
    if (step.startsWith('@')) {
      at.attributes.set(step.slice(1), value);
      return;
    }
    let next = at.children.find(({ name }) => name === step);
    if (next === undefined) {
      next = node(step);
      at.children.push(next);
    }
    at = next;
  }
  at.text = value;
}

/** The element at 'A/B' below another; the first where there are several. */
export function at(root: XmlNode, path: string): XmlNode | undefined {
  return path
    .split('/')
    .reduce<XmlNode | undefined>(
      (from, step) => from?.children.find(({ name }) => name === step),
      root,
    );
}

/** The value at 'A/B' or 'A/@c'; undefined when it is not there or empty. */
export function valueAt(root: XmlNode, path: string): string | undefined {
  const steps = path.split('/');
  const last = steps.at(-1) ?? '';
  const isAttribute = last.startsWith('@');
  const holder =
    isAttribute && steps.length === 1
      ? root
      : at(root, (isAttribute ? steps.slice(0, -1) : steps).join('/'));
  const value = isAttribute ? holder?.attributes.get(last.slice(1)) : holder?.text;
  return value === undefined || value === '' ? undefined : value;
}

/** XML text of an element. Values hold none of the signs that XML would have to escape: they were replaced before. */
export function xmlOf({ name, attributes, children, text }: XmlNode): string {
  const told = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  const inside = text + children.map(xmlOf).join('');
  return inside === '' ? `<${name}${told}/>` : `<${name}${told}>${inside}</${name}>`;
}

/**
 * Reads a message. Declarations of types and entities are refused: they are how XML is made to explode or to read other
 * files. Throws QRG_FILE_XML, QRG_FILE_XML_DTD.
 */
export function readTree(text: string, file: string): XmlNode {
  const parser = new SaxesParser();
  const open: XmlNode[] = [];
  let root: XmlNode | undefined;
  let nodes = 0;
  const fail = (reason: string): never => {
    throw new QorganError('QRG_FILE_XML', { file, line: parser.line, reason });
  };
  parser.on('doctype', () => {
    throw new QorganError('QRG_FILE_XML_DTD', { file });
  });
  parser.on('error', (error) => fail(error.message.replace(/^\d+:\d+: /, '')));
  parser.on('opentag', ({ name, attributes }) => {
    if (++nodes > MOST_NODES) fail('too many elements');
    if (open.length >= MOST_DEPTH) fail('nested too deeply');
    const one = node(localName(name));
    for (const [key, value] of Object.entries(attributes))
      one.attributes.set(localName(key), value);
    open.at(-1)?.children.push(one);
    root ??= one;
    open.push(one);
  });
  parser.on('closetag', () => {
    const one = open.pop();
    if (one) one.text = one.text.trim();
  });
  const add = (piece: string): void => {
    const one = open.at(-1);
    if (one) one.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  return root ?? fail('no element');
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
