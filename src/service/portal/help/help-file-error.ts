import { QorganError } from '../../../domain/errors/catalogue.ts';

/** @param file with its line: 'steps.yaml:12' */
export const helpFileError = (file: string, path: string, what: string): QorganError =>
  new QorganError('QRG_HELP_FILE', { file, path: path === '' ? '—' : path, what });
