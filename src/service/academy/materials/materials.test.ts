import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../domain/language.ts';
import { loadLessons } from '../lessons/load-lessons.ts';
import { openMaterials } from './materials.ts';
import { portalOrigin } from './portal-address.ts';
import { Sheet } from './sheet.ts';
import { materialNames, showMaterial } from './show-material.ts';

const lessons = await loadLessons();
const open = (publicUrl?: string) =>
  openMaterials({ lessons: async () => lessons, publicUrl, now: () => Date.UTC(2026, 10, 20) });

const hasReader = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** The words of a PDF, as one line without its page breaks. */
const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
    .replaceAll('\u00ad', '')
    .replace(/\s+/g, ' ');

/** Words alone: where lines end is the page's own affair. */
const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

describe('materials', () => {
  const wish = (name: string, language: Language, address: string) => ({
    ...{ name, language, address, host: undefined },
  });

  it('are two lessons, a letter and three posters', () => {
    expect(materialNames(lessons).sort()).toEqual([
      'lesson-20',
      'lesson-40',
      'parents',
      ...['poster-card-is-you', 'poster-check-then-decide', 'poster-way-back'],
    ]);
  });

  it.skipIf(!hasReader)(
    'hold every word of the lessons, Kazakh letters too',
    async () => {
      const materials = open('https://qorgan.example');
      const { plans, parents, posters } = lessons.plans;
      const texts = new Map([
        ...plans.map(
          (plan) =>
            [
              `lesson-${plan.minutes}`,
              [
                plan.title,
                plan.aim,
                ...plan.needs,
                ...plan.steps.flatMap((s) => [s.title, s.says, s.does]),
              ],
            ] as const,
        ),
        ['parents', [parents.title, ...parents.paragraphs]] as const,
        ...posters.map((p) => [`poster-${p.id}`, [p.headline, ...p.lines, p.turn]] as const),
      ]);
      const missing: string[] = [];
      for (const [name, all] of texts)
        for (const [i, language] of LANGUAGES.entries()) {
          const pdf = await showMaterial(materials, wish(name, language, `192.0.2.${i}`));
          const found = words(textOf(pdf));
          for (const text of all) {
            // A line of another column may stand between two lines of a text: words are looked for, in their order.
            for (const word of words(text[language]).split(' '))
              if (!found.includes(word)) missing.push(`${name} ${language}: ${word}`);
          }
          if (!found.includes('qorgan example')) missing.push(`${name} ${language}: address`);
        }
      expect(missing).toEqual([]);
    },
    60_000,
  );

  it('keep a lesson of 20 minutes, the letter and a poster on one page', async () => {
    const materials = open('https://qorgan.example');
    const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;
    for (const [i, language] of LANGUAGES.entries())
      for (const name of materialNames(lessons)) {
        const pdf = await showMaterial(materials, wish(name, language, `198.51.100.${i}`));
        expect([name, language, pages(pdf)]).toEqual([
          name,
          language,
          name === 'lesson-40' ? 2 : 1,
        ]);
      }
  }, 60_000);

  it('are refused where there is none of the name, and made once', async () => {
    const materials = open();
    const refused = showMaterial(materials, wish('poster-none', 'ru', '192.0.2.1'));
    await expect(refused).rejects.toMatchObject({ problem: { code: 'QRG_MATERIAL_UNKNOWN' } });
    const [a, b] = await Promise.all([
      showMaterial(materials, wish('poster-way-back', 'kk', '192.0.2.1')),
      showMaterial(materials, wish('poster-way-back', 'kk', '192.0.2.1')),
    ]);
    expect(a).toBe(b);
  });

  it('are kept for few addresses, whatever hosts are named', async () => {
    const given = { lessons: async () => lessons, publicUrl: undefined, now: () => 0 };
    const materials = openMaterials(given, 2);
    for (const host of ['10.0.0.1', '10.0.0.2', 'far.example', '10.0.0.1'])
      await showMaterial(materials, { ...wish('poster-way-back', 'ru', '192.0.2.9'), host });
    expect([...materials.made.keys()]).toEqual([
      'poster-way-back ru ',
      'poster-way-back ru http://10.0.0.1',
    ]);
  });

  it('tell which text is too long, and are tried anew once it was shortened', async () => {
    const { plans } = lessons;
    const long = { ru: 'Очень '.repeat(200), kk: 'Өте '.repeat(200), en: 'Very '.repeat(200) };
    const posters = [{ ...plans.posters[0], headline: long }];
    let now = { ...lessons, plans: { ...plans, posters } };
    const materials = openMaterials({
      ...{ lessons: async () => now, publicUrl: undefined, now: () => 0 },
    });
    const poster = () => showMaterial(materials, wish('poster-card-is-you', 'kk', '192.0.2.7'));
    await expect(poster()).rejects.toMatchObject({
      problem: { code: 'QRG_MATERIAL_LONG', args: { name: 'poster-card-is-you' } },
    });
    now = { ...lessons, plans: { ...plans, posters: [plans.posters[0]] } };
    expect((await poster()).subarray(0, 4).toString()).toBe('%PDF');
  });

  it('are not printed without end', async () => {
    const materials = open('https://qorgan.example');
    const print = () => showMaterial(materials, wish('poster-way-back', 'ru', '192.0.2.9'));
    for (let i = 0; i < 40; i++) await print();
    await expect(print()).rejects.toMatchObject({ problem: { code: 'QRG_CLASS_OFTEN' } });
  });
});

describe('a sheet', () => {
  it('finds a text that does not fit before it is printed', () => {
    const sheet = new Sheet('', 'ru', 0);
    const box = { width: 60, height: 40 };
    expect(() => sheet.fit('Предупреждение', box, { font: 'bold', from: 40, to: 12 })).toThrow(
      'does not fit',
    );
    expect(sheet.fit('Стоп', box, { font: 'bold', from: 40, to: 8 })).toBeGreaterThan(12);
    expect(() => sheet.write('а', { size: 12, x: 0, y: 835, width: 100 })).toThrow('does not fit');
  });
});

describe('where a code on paper leads', () => {
  it('is the configured address, whatever a request says', () => {
    expect(portalOrigin('https://qorgan.example/', 'evil.example')).toBe('https://qorgan.example');
    expect(portalOrigin('http://qorgan.example:8080', undefined)).toBe(
      'http://qorgan.example:8080',
    );
  });

  it('is a host of this machine or of the school without one, and no other', () => {
    const near = ['localhost:8080', '127.0.0.1', '10.1.2.3', '192.168.0.7:8080', '172.16.0.1'];
    for (const host of [...near, 'school.local'])
      expect(portalOrigin(undefined, host)).toBe(`http://${host}`);
    const far = ['evil.example', '8.8.8.8', '172.32.0.1', '192.169.0.1', '', 'localhost.example'];
    const broken = ['a@localhost', 'localhost/x', '10.0.0.1.evil.example', '10.0.0.1:99999', 'a b'];
    for (const host of [...far, ...broken, undefined])
      expect([host, portalOrigin(undefined, host)]).toEqual([host, undefined]);
  });
});
