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

/** What a scan that read nothing leaves. */
const REASONS_ONLY = ['rejects.csv'];

/**
 * Which files of a folder a scan wrote: where all of a report's files are together, those. One name alone proves nothing
 * (simulators write transfers.csv too), but in the folder this scan will write to, the reasons of a failed one are its own.
 */
export function writtenByScan(names: readonly string[], isOwnOut: boolean): readonly string[] {
  if (OUTPUT_FILES.every((name) => names.includes(name))) return OUTPUT_FILES;
  return isOwnOut ? REASONS_ONLY : [];
}
