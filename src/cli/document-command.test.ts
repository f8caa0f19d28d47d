import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandFolder } from './command-folder.fixture.ts';
import { runDocument } from './document-command.ts';

/** The specimen of ICAO Doc 9303, part 4: Utopia issues no passports. */
const ZONE = `P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10`;

const folder = commandFolder();

async function document(name: string, text: string, ...options: string[]): Promise<number> {
  await writeFile(join(folder.dir, name), text);
  return runDocument([join(folder.dir, name), ...options], 'en');
}

test('a zone in a text: every check digit is told, and what to tell the service', async () => {
  expect(await document('zone.txt', `${ZONE}\n`, '--fail-on', 'altered')).toBe(0);
  const lines = folder.said.trimEnd().split('\n');
  expect(lines.slice(0, 6)).toEqual([
    'Machine-readable zone TD3: everything stands',
    '  check digit, number: stands',
    '  check digit, birth: stands',
    '  check digit, expiry: stands',
    '  check digit, optional data: stands',
    '  check digit, all of it: stands',
  ]);
  expect(JSON.parse(lines.at(-1)!)).toEqual({
    document: { kind: 'passport', number: 'L898902C3', expiresOn: '2012-04-15', mrz: ZONE },
  });
});

test('an altered zone names the digit, and the exit code tells it to who asks', async () => {
  const altered = ZONE.replace('7408122F', '7408123F');
  expect(await document('zone.txt', altered, '--fail-on', 'altered')).toBe(1);
  expect(folder.said).toContain('check digit, birth: does not stand');
  expect(await document('zone.txt', altered)).toBe(0);
});

test('what a provider folder.said stands beside the zone', async () => {
  const [mrzLine1, mrzLine2] = ZONE.split('\n');
  const applicant = {
    id: 'a1',
    info: { idDocs: [{ idDocType: 'PASSPORT', country: 'UTO', mrzLine1, mrzLine2 }] },
    review: {
      reviewStatus: 'completed',
      reviewResult: { reviewAnswer: 'RED', rejectLabels: ['FORGERY'] },
    },
  };
  expect(await document('a1.json', JSON.stringify(applicant), '--fail-on', 'altered')).toBe(1);
  expect(folder.said).toMatch(/Provider sumsub: genuine: no/);
  expect(folder.said).toContain('FORGERY');
});

test('what is no zone is refused with a code', async () => {
  await expect(document('zone.txt', 'hello')).rejects.toMatchObject({
    problem: { code: 'QRG_MRZ_FORM' },
  });
});
