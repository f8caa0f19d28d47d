import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { FoundLessons } from '../../../academy/found-lessons.ts';
import type { Form, Scene } from '../../../academy/lesson.ts';
import {
  boostersFile,
  formFile,
  noHowToFile,
  plansFile,
  pressureFile,
  sceneFile,
  techniquesFile,
} from '../../../academy/lesson-schema.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import { yamlLine } from '../../../domain/yaml-line.ts';
import { dataFolder } from '../../package-root.ts';
import { readText } from '../../read-text.ts';

export const lessonsFolder = join(dataFolder, 'lessons');

/** What is wrong with the form of a file. */
export interface LessonFault {
  /** Below the folder: 'scenes/card-rent.yaml'. */
  readonly file: string;
  readonly line: number;
  readonly path: readonly PropertyKey[];
  readonly what: string;
}

export interface ReadLessons {
  readonly found: FoundLessons;
  readonly faults: readonly LessonFault[];
  /** Line of a place in a file that was read. */
  lineOf(file: string, path: readonly PropertyKey[]): number;
}

/**
 * Reads a folder of lessons and goes on past files that are missing or not well made: each of their faults is told. Throws
 * QRG_FILE_UNREADABLE when there is no such folder.
 */
export async function readLessons(folder: string = lessonsFolder): Promise<ReadLessons> {
  await namesIn(folder, '.');
  const reader = new LessonReader(folder);
  const scenes: Scene[] = [];
  for (const name of await namesIn(folder, 'scenes')) {
    const scene = await reader.read(`scenes/${name}`, sceneFile);
    if (scene === undefined) continue;
    if (`${scene.id}.yaml` !== name)
      reader.fault(`scenes/${name}`, ['id'], `must be the name of the file, not ${scene.id}`);
    scenes.push(scene);
  }
  const forms: Form[] = [];
  for (const name of await namesIn(folder, 'forms')) {
    const form = await reader.read(`forms/${name}`, formFile);
    if (form === undefined) continue;
    if (`${form.form}.yaml` !== name)
      reader.fault(`forms/${name}`, ['form'], `must be the name of the file, not ${form.form}`);
    forms.push(form);
  }
  const found: FoundLessons = {
    scenes,
    forms,
    boosters: (await reader.read('boosters.yaml', boostersFile))?.items ?? [],
    pressure: (await reader.read('recruiters-eye.yaml', pressureFile))?.lines ?? [],
    techniques: (await reader.read('techniques.yaml', techniquesFile))?.techniques,
    plans: await reader.read('plans.yaml', plansFile),
    noHowTo: (await reader.read('no-how-to.yaml', noHowToFile))?.patterns ?? [],
  };
  return { found, faults: reader.faults, lineOf: (file, path) => reader.lineOf(file, path) };
}

class LessonReader {
  readonly faults: LessonFault[] = [];
  readonly #folder: string;
  readonly #lines = new Map<string, (path: readonly PropertyKey[]) => number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  lineOf(file: string, path: readonly PropertyKey[]): number {
    return this.#lines.get(file)?.(path) ?? 1;
  }

  fault(file: string, path: readonly PropertyKey[], what: string): void {
    this.faults.push({ file, line: this.lineOf(file, path), path, what });
  }

  async read<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S> | undefined> {
    const text = await readText(join(this.#folder, file)).catch((error: unknown) => {
      if (!(error instanceof QorganError)) throw error;
      this.fault(file, [], `cannot be read: ${error.problem.args.reason}`);
    });
    if (text === undefined) return undefined;
    const counter = new LineCounter();
    const document = parseDocument(text, { lineCounter: counter });
    for (const { code, pos } of document.errors)
      this.faults.push({ file, line: counter.linePos(pos[0]).line, path: [], what: code });
    if (document.errors.length > 0) return undefined;
    this.#lines.set(file, (path) => yamlLine(document, counter, path));
    const read = schema.safeParse(document.toJS());
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) this.fault(file, path, message);
    return undefined;
  }
}

/** Names of the YAML files of a folder, sorted; none where a folder below is missing. */
async function namesIn(folder: string, below: string): Promise<string[]> {
  try {
    const names = await readdir(join(folder, below));
    return names.filter((name) => name.endsWith('.yaml')).sort();
  } catch (error) {
    if (below !== '.') return [];
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new QorganError('QRG_FILE_UNREADABLE', { file: folder, reason });
  }
}
