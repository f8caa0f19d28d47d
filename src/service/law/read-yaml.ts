import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { yamlLine } from '../../domain/yaml-line.ts';
import { readText } from '../read-text.ts';

/** Where in a file something stands: 'terms.yaml:12'. */
export type Place = (path: readonly PropertyKey[]) => string;

export interface ReadFile<T> {
  readonly value: T;
  readonly place: Place;
}

/**
 * A YAML file of law, checked against its shape. Throws QRG_LAW_FILE with the file, the line and the path of the first thing
 * that is wrong, QRG_FILE_UNREADABLE when it cannot be read.
 */
export async function readYaml<S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
): Promise<ReadFile<z.output<S>>> {
  const lines = new LineCounter();
  const document = parseDocument(await readText(`${folder}/${file}`), { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined)
    throw lawFileError(`${file}:${lines.linePos(broken.pos[0]).line}`, '', broken.code);
  const place: Place = (path) => `${file}:${yamlLine(document, lines, path)}`;
  const read = schema.safeParse(document.toJS());
  if (read.success) return { value: read.data, place };
  const { path, message } = read.error.issues[0];
  throw lawFileError(place(path), path.join('.'), message);
}

export const lawFileError = (file: string, path: string, what: string): QorganError =>
  new QorganError('QRG_LAW_FILE', { file, path: path === '' ? '—' : path, what });
