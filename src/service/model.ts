import { readFile } from 'node:fs/promises';
import { QorganError } from '../domain/errors/catalogue.ts';
import { type ModelFile, readModel } from '../engine/model/file.ts';

/** Loads a model file. Throws QRG_MODEL_UNREADABLE, QRG_MODEL_DAMAGED, QRG_MODEL_OTHER_ENGINE. */
export async function loadModel(path: string): Promise<ModelFile> {
  const read = readModel(await textOf(path));
  if (!read.ok) throw new QorganError(read.problem.code, read.problem.args);
  return read.value;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new QorganError('QRG_MODEL_UNREADABLE', { file: path, reason });
  }
}
