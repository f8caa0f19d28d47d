import { sha256 } from '@noble/hashes/sha2.js';
import { base64 } from '@scure/base';
import type { ReportModel } from './model.ts';
import { packPage } from './page-data.ts';

/** The page's own code and looks, built from web/report. */
export interface ReportAssets {
  js: string;
  css: string;
}

/**
 * The whole report as one HTML file that needs nothing else: no network, no folder beside it.
 *
 * The content security policy lets in exactly this script and this style sheet (by SHA-256) and no request of
 * any kind, so text of an input file that slipped into markup could still not run or call home. The data is
 * JSON inside a script element that browsers do not execute. Same model, same bytes.
 */
export function renderReport(model: ReportModel, assets: ReportAssets): string {
  const js = inScript(assets.js);
  const css = inStyle(assets.css);
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash(js)}'`,
    `style-src 'sha256-${hash(css)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Qorgan</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body>
<div id="app"><noscript>${WITHOUT_SCRIPT}</noscript></div>
<script type="application/json" id="data">${jsonForScript(packPage(model))}</script>
<script>${js}</script>
</body>
</html>
`;
}

const WITHOUT_SCRIPT =
  '<p lang="ru">Чтобы увидеть отчёт, включите JavaScript. Те же данные лежат рядом: report.xlsx, accounts.csv, networks.json.</p>' +
  '<p lang="kk">Есепті көру үшін JavaScript-ті қосыңыз. Сол деректер жанындағы файлдарда да бар: report.xlsx, accounts.csv, networks.json.</p>' +
  '<p lang="en">Turn on JavaScript to see the report. The same data is beside it: report.xlsx, accounts.csv, networks.json.</p>';

/**
 * JSON that cannot end its script element, open a comment in it, or break a line of JavaScript: '<', '>', '&',
 * U+2028 and U+2029 become escapes, which JSON reads back as the same characters.
 */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Built code may not end the element that holds it. A build that does is a defect and not a user's error. */
function inScript(js: string): string {
  if (/<\/script|<!--/i.test(js)) throw new Error('the built script would end its element');
  return js;
}

function inStyle(css: string): string {
  if (/<\/style|@import|url\((?!['"]?data:)/i.test(css))
    throw new Error('the built style sheet would end its element or ask for another file');
  return css;
}

/** The parser of HTML turns CR and CRLF into LF before it takes the hash. */
const hash = (text: string): string =>
  base64.encode(sha256(new TextEncoder().encode(text.replace(/\r\n?/g, '\n'))));
