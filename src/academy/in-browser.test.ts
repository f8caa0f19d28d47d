import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** What the portal plays and measures with. */
const FOR_PORTAL = [
  ...[
    'play',
    'discernment',
    'class-results',
    'forms-order',
    'boosters',
    'recruiters-eye',
    'progress',
  ],
];

it('runs in a browser: no Node, no schema, no package, and little of it', async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: FOR_PORTAL.map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir: 'nowhere',
    ...{ bundle: true, minify: true, write: false, metafile: true, splitting: true },
    ...{ format: 'esm', platform: 'browser', logLevel: 'silent' },
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((input) => /node_modules|schema|yaml|catalogue/.test(input))).toEqual([]);
  const bytes = outputFiles.reduce((sum, { contents }) => sum + contents.length, 0);
  expect(bytes).toBeLessThan(20_000);
});
