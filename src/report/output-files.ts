/** Every file that a finished scan leaves in its folder. */
export const OUTPUT_FILES = [
  'accounts.csv',
  'gaps.csv',
  'networks.json',
  'rejects.csv',
  'report.html',
  'report.xlsx',
  'transfers.csv',
] as const;

/** Every file that an evaluation leaves in its folder. */
export const EVALUATION_FILES = ['evaluation.html', 'evaluation.json'] as const;

/** What a scan that read nothing leaves. */
const REASONS_ONLY = ['rejects.csv'];

/**
 * Which files of a folder Qorgan wrote: where all of a report's files are together, those, and likewise an evaluation's.
 * One name alone proves nothing (simulators write transfers.csv too), but in the folder this scan will write to, the
 * reasons of a failed one are its own.
 */
export function writtenByQorgan(names: readonly string[], isOwnOut: boolean): readonly string[] {
  const whole = [OUTPUT_FILES, EVALUATION_FILES].filter((files) =>
    files.every((name) => names.includes(name)),
  );
  if (whole.length > 0) return whole.flat();
  return isOwnOut ? REASONS_ONLY : [];
}
