import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';

/** An element with what is in it; namespaces and attributes do not matter here. */
export interface XmlNode {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

interface Growing {
  readonly name: string;
  text: string;
  readonly children: Growing[];
}

const CHARACTERS_MOST = 64 << 20;
const NODES_MOST = 2_000_000;
/** The schema itself nests its persons in entities in accounts, some twenty deep. */
const DEPTH_MOST = 64;

/** A whole document as a tree. Errors: QRG_GOAML_UNREADABLE with the line, for a DTD too: no report has one. */
export function xmlTree(text: string): Result<XmlNode> {
  if (text.length > CHARACTERS_MOST)
    return fail('QRG_GOAML_UNREADABLE', { line: 1, reason: `> ${CHARACTERS_MOST}` });
  const parser = new SaxesParser();
  const top: Growing = { name: '', text: '', children: [] };
  const open: Growing[] = [top];
  let nodes = 0;
  parser.on('error', (error) => {
    throw new Unreadable(error.message.replace(/^\d+:\d+: /, ''));
  });
  parser.on('doctype', () => {
    throw new Unreadable('DOCTYPE');
  });
  parser.on('opentag', ({ name }) => {
    if (++nodes > NODES_MOST || open.length > DEPTH_MOST) throw new Unreadable('too large');
    const node: Growing = { name: name.slice(name.indexOf(':') + 1), text: '', children: [] };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  const add = (told: string) => {
    open.at(-1)!.text += told;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    open.pop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail('QRG_GOAML_UNREADABLE', { line: parser.line, reason: error.message });
  }
  const [root] = top.children;
  return root === undefined ? fail('QRG_GOAML_UNREADABLE', { line: 1, reason: 'empty' }) : ok(root);
}

class Unreadable extends Error {}

export const child = (node: XmlNode, name: string): XmlNode | undefined =>
  node.children.find((one) => one.name === name);

export const children = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((one) => one.name === name) ?? [];

/** Text of a child; null when it is not there or empty. */
export function told(node: XmlNode | undefined, name: string): string | null {
  const value = node === undefined ? undefined : child(node, name)?.text;
  return value === undefined || value === '' ? null : value;
}
