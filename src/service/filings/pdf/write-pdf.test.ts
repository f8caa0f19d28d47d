import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseFileFixture } from '../../../domain/case/case-file.fixture.ts';
import type { Fm1Document } from '../../../exchange/fm1/document.ts';
import { prefillFm1 } from '../../../exchange/fm1/prefill.ts';
import { localMoment } from '../../../law/local-moment.ts';
import { loadFm1Codes } from '../../law/load-fm1-codes.ts';
import { loadLaw } from '../../law/load-law.ts';
import type { FilingRow } from '../filing-row.ts';
import { filingPage } from './filing-page.ts';
import type { PageLanguage } from './page-words.ts';
import { writeFilingPdf } from './write-pdf.ts';

const AT = Date.parse('2026-10-05T12:00+05:00');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qorgan-pdf-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const hasReader = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const row = {
  ...{ state: 'approved', year: 2026, number: 17, due_at: AT + 86_400_000, made_at: AT },
  ...{ made_by: 'Сәрсенова А.', approved_at: AT, approved_by: 'Ғабитов Қ.' },
  document_guid: 'A3B1C2D4-0000-4000-8000-00000000000A',
  message_sha256: Buffer.alloc(32, 7),
} as FilingRow;

const LONG = 'Қаржының қозғалысы туралы ұзақ сөйлем — ₸, ұғқңөһі, №. '
  .repeat(18)
  .trim()
  .slice(0, 1_000);
const WIDE = 'Щ'.repeat(300);

async function made(language: PageLanguage): Promise<{ document: Fm1Document; bytes: Buffer }> {
  const [law, codes] = await Promise.all([loadLaw(), loadFm1Codes()]);
  const file = caseFileFixture();
  const filled = prefillFm1(file, {
    ...{
      kind: 'suspicion_after',
      transfer: 't3',
      language,
      reporter: { '2.2(1.2)': 'АО «Қала Банкі»' },
    },
    clock: (at) => localMoment(law.calendar, at),
  });
  const [first] = filled.participants;
  const document: Fm1Document = {
    ...filled,
    message: { ...filled.message, '3.13': LONG, '3.14': LONG },
    participants: [
      { ...first, fields: { ...first.fields, '4.7(1.4)': WIDE, '4.25': LONG } },
      ...filled.participants,
      ...filled.participants,
    ],
  };
  const page = filingPage(row, document, {
    codes,
    calendar: law.calendar,
    language,
    day: '2026-10-05',
  });
  return { document, bytes: await writeFilingPdf(page, AT) };
}

test('the same notice gives the same bytes', async () => {
  const [one, two] = [await made('ru'), await made('ru')];
  expect(one.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(one.bytes.equals(two.bytes)).toBe(true);
});

test.skipIf(!hasReader).each([
  ['ru', 'Номер: 2026-17', 'УТВЕРЖДЕНО', /Стр\. \d+ из \d+/],
  ['kk', 'Нөмірі: 2026-17', 'БЕКІТІЛДІ', /\d+-бет, барлығы \d+/],
] as const)(
  'every page in %s says what it is of, and no value is lost',
  async (language, number, state, foot) => {
    const { document, bytes } = await made(language);
    const path = join(folder, `${language}.pdf`);
    writeFileSync(path, bytes);
    const text = execFileSync('pdftotext', ['-layout', path, '-']).toString();
    const pages = text.split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page).toContain(number);
      expect(page).toContain(state);
      expect(page).toMatch(foot);
    }
    const plain = execFileSync('pdftotext', ['-raw', path, '-'])
      .toString()
      .replace(/\s|\u200b/g, '');
    expect(plain.match(/Щ{10,}/g)?.join('').length).toBe(WIDE.length);
    expect(plain.split(LONG.slice(-40).replace(/\s/g, '')).length - 1).toBeGreaterThanOrEqual(1);
    for (const { fields } of document.participants)
      if (fields['4.13']) expect(plain).toContain(fields['4.13']);
    expect(plain).toContain('ұғқңөһі');
    expect(plain).toContain('₸');
  },
);
