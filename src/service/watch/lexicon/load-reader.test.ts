import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIT_DEFAULTS } from '../../../watch/learn/fit-model.ts';
import { editionOf } from '../../../watch/read/edition.ts';
import type { PostReader } from '../../../watch/read/reader.ts';
import { packageRoot } from '../../package-root.ts';
import { rowsToLearn } from './labelled-rows.ts';
import { loadLexicon, loadReader } from './load-reader.ts';

let reader: PostReader;
beforeAll(async () => {
  reader = await loadReader();
});

describe('the shipped reader', () => {
  it('was learned from the rows that ship: after a change of them, npm run train:watch', async () => {
    const [rows, { rules, model }] = await Promise.all([rowsToLearn(), loadLexicon()]);
    const ids = rules.map(({ id }) => id);
    expect(model.made).toBe(editionOf({ rows, rules: ids, ...FIT_DEFAULTS }));
  });

  it.each([
    ['Возьму в аренду банковскую карту, 20 000 тг в сутки, пишите в лс', 'dropper', 'ru', 'card'],
    ['Карта жалга берем, акша бирден, жеке жаз', 'dropper', 'kk', 'card'],
    ['Картаңызды жалға аламыз, күніне 15 000 теңге, телеграмға жазыңыз', 'dropper', 'kk', 'card'],
    ['nuzhny dropy, oplata srazu, karta v arendu', 'dropper', 'ru', 'card'],
    [
      'В магазин требуются кладмены и курьеры, без залога, обучим',
      'drug_courier',
      'ru',
      'drug_courier',
    ],
  ])('%s: %s', (text, label, lang, ask) => {
    const read = reader.read(text);
    expect(read).toMatchObject({ label, lang, stance: 'offer' });
    expect(read.asks).toContain(ask);
    expect(read.score).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    [
      'Полиция предупреждает: не передавайте банковские карты за деньги, это уголовная ответственность',
      'warning',
    ],
    ['Ешкімге картаңызды бермеңіз: дроппер болу — қылмыс, сақ болыңыз', 'warning'],
    ['Мне предложили сдать карту в аренду, подскажите, это законно?', 'question'],
    ['В Алматы задержаны дропперы, сообщили в прокуратуре, возбуждено уголовное дело', 'news'],
  ])('%s: legit, %s', (text, stance) => {
    expect(reader.read(text)).toMatchObject({ label: 'legit', stance });
  });

  it('points at words of the text as it came', () => {
    const text = '🔥 Возьму кaрту в aренду!';
    const reason = reader.read(text).reasons.find(({ rule }) => rule === 'card-for-rent');
    expect(reason?.spans.map(({ start, end }) => text.slice(start, end))).toContain(
      'кaрту в aренду',
    );
  });

  it('reads any text, and its reasons stay inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { score, reasons } = reader.read(text);
        expect(score >= 0 && score <= 1).toBe(true);
        for (const { spans } of reasons)
          for (const { start, end } of spans)
            expect(start >= 0 && start < end && end <= text.length).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

it('is small and needs nothing of Node in a browser', async () => {
  const { outputFiles } = await build({
    absWorkingDir: packageRoot,
    entryPoints: [join('src', 'watch', 'index.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  expect(gzipSync(outputFiles[0].contents).length).toBeLessThan(20_000);
  const { model } = await loadLexicon();
  expect(gzipSync(JSON.stringify(model)).length).toBeLessThan(150_000);
});
