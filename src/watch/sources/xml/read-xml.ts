import { SaxesParser } from 'saxes';
import type { Problem } from '../../../domain/errors/catalogue.ts';

/** What an XML text is told to. Names come without their prefix, in lower case. */
export interface XmlSink {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  close(name: string): void;
  text(text: string): void;
}

/** Thrown by a sink that has seen enough. */
export class EnoughXml extends Error {}

class XmlFault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const MOST_DEPTH = 64;
/** In pieces: what stands between two tags is held by the parser. */
const PIECE = 1 << 16;
/** Names of HTML that feeds use though XML does not know them; all others stay as written. */
const HTML_ENTITIES = {
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  bull: '•',
};

/**
 * Reads XML as a stream of tags. Declarations of types and entities are refused, nothing is fetched: they are how XML is made
 * to explode or to read other files. What was told to the sink before a fault stands.
 *
 * @returns QRG_WATCH_XML or QRG_WATCH_XML_DTD; undefined when the text was read to its end or the sink had enough
 */
export function readXml(text: string, sink: XmlSink): Problem | undefined {
  const parser = new SaxesParser();
  Object.assign(parser.ENTITIES, HTML_ENTITIES);
  listen(parser, sink);
  try {
    for (let from = 0; from < text.length; from += PIECE)
      parser.write(text.slice(from, from + PIECE));
    parser.close();
    return undefined;
  } catch (error) {
    if (error instanceof EnoughXml) return undefined;
    if (error instanceof XmlFault) return error.problem;
    throw error;
  }
}

function listen(parser: SaxesParser, sink: XmlSink): void {
  let depth = 0;
  const fault = (reason: string): never => {
    throw new XmlFault({ code: 'QRG_WATCH_XML', args: { line: parser.line, reason } });
  };
  parser.on('doctype', () => {
    throw new XmlFault({ code: 'QRG_WATCH_XML_DTD', args: {} });
  });
  parser.on('error', (error) => {
    // A name that only HTML knows spoils one word, not the feed.
    if (!error.message.includes('undefined entity'))
      fault(error.message.replace(/^\d+:\d+: /, '').slice(0, 80));
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MOST_DEPTH) fault('nested too deeply');
    sink.open(localName(name), attributes, parser.line);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    sink.close(localName(name));
  });
  parser.on('text', (text) => sink.text(text));
  parser.on('cdata', (text) => sink.text(text));
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();
