import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptyModel,
  generateModel,
  hostileModel,
  SMALL,
} from '../../test/fixtures/report-model.ts';
import { jsonForScript, renderReport } from './html.ts';
import { type PageData, unpackPage } from './page-data.ts';

const ASSETS = { js: 'document.title="x"', css: 'body{margin:0}' };

/** The data as a browser's parser of HTML would hand it to JSON.parse. */
function embedded(html: string): PageData {
  const start = html.indexOf('id="data">') + 'id="data">'.length;
  return JSON.parse(html.slice(start, html.indexOf('</script', start)));
}

test.each([
  ['small', generateModel(SMALL)],
  ['empty', emptyModel()],
  ['hostile', hostileModel()],
])('the %s model is read back from the page as it was', (_, model) => {
  expect(unpackPage(embedded(renderReport(model, ASSETS))).model).toEqual(model);
});

test('no text of the input can end the script element or add another', () => {
  const html = renderReport(hostileModel(), ASSETS);
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html.match(/<\/script/g)).toHaveLength(2);
  expect(html).not.toContain('<img');
  expect(html).not.toContain('\u2028');
});

test('any text survives the embedding and brings no character of markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const json = jsonForScript({ [value]: value });
      expect(json).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(json)).toEqual({ [value]: value });
    }),
  );
});

test('the policy lets in this script and this style and nothing else', () => {
  const html = renderReport(emptyModel(), ASSETS);
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  expect(html).toContain(`script-src 'sha256-${hash(ASSETS.js)}'`);
  expect(html).toContain(`style-src 'sha256-${hash(ASSETS.css)}'`);
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/unsafe|https?:/);
});

test('the same model gives the same bytes', () => {
  expect(renderReport(generateModel(SMALL), ASSETS)).toBe(
    renderReport(generateModel(SMALL), ASSETS),
  );
});

test.each([
  { js: 'x="</script>"', css: '' },
  { js: 'x="<!--"', css: '' },
  { js: '', css: '@import "x.css";' },
  { js: '', css: 'body{background:url(x.png)}' },
])('a build that would break out of its element is refused: %o', (assets) => {
  expect(() => renderReport(emptyModel(), assets)).toThrow(/would end its element/);
});
