import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { yamlLine } from '../../domain/yaml-line.ts';
import { type CodeTables, codeTablesSchema } from '../../exchange/goaml/code-tables.ts';
import { dataFolder } from '../package-root.ts';
import { readText } from '../read-text.ts';

/** The tables that Qorgan ships: those of one unit, to be replaced by the user's. */
export const DEFAULT_TABLES = join(dataFolder, 'goaml', 'default.yaml');

/**
 * Code tables of a financial intelligence unit from a file, YAML or JSON. Throws QRG_FILE_UNREADABLE, and QRG_GOAML_TABLES with
 * the line of the first thing that is wrong.
 */
export async function readCodeTables(path = DEFAULT_TABLES): Promise<CodeTables> {
  const lines = new LineCounter();
  const document = parseDocument(await readText(path), { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) throw wrong(path, lines.linePos(broken.pos[0]).line, '—', broken.code);
  const read = codeTablesSchema.safeParse(document.toJS());
  if (read.success) return read.data;
  const [{ path: at, message }] = read.error.issues as [(typeof read.error.issues)[number]];
  throw wrong(path, yamlLine(document, lines, at), at.join('.'), message);
}

const wrong = (file: string, line: number, path: string, what: string): QorganError =>
  new QorganError('QRG_GOAML_TABLES', { file, line, path: path === '' ? '—' : path, what });
