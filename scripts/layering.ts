import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The house, from the ground up. A folder may import from folders below it and from itself; an arrow
 * upwards, or a circle between files, fails the check. Type-only imports count: they are arrows too.
 */
const FLOORS = [
  'domain',
  'engine',
  'learning',
  'network',
  'screening',
  'watch',
  'law',
  'academy',
  'report',
  'exchange',
  'intake',
  'sim',
  'store',
  'service',
  'http',
  'client',
  'cli',
] as const;

/** Areas that must run in a browser and in another program: no Node built-ins. */
const PURE = new Set([
  'domain',
  'engine',
  'learning',
  'network',
  'screening',
  'watch',
  'law',
  'academy',
  'report',
  'exchange',
  'client',
]);

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

export interface Arrow {
  from: string;
  to: string;
}

export function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((m) => m[1] ?? m[2] ?? m[3]!);
}

/** Problems of a set of files (path relative to src/ -> text), in words. */
export function check(files: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const arrows = new Map<string, string[]>();
  for (const [file, text] of files) {
    const area = file.split('/')[0]!;
    const floor = FLOORS.indexOf(area as (typeof FLOORS)[number]);
    if (floor < 0) problems.push(`${file}: folder ${area} has no floor in scripts/layering.ts`);
    const isTest = file.endsWith('.test.ts');
    for (const spec of importsOf(text)) {
      if (!spec.startsWith('.')) {
        if (PURE.has(area) && !isTest && spec.startsWith('node:'))
          problems.push(`${file}: ${area} is pure and may not use ${spec}`);
        continue;
      }
      const to = join(dirname(file), spec).split(sep).join('/');
      if (to.startsWith('..')) continue;
      arrows.set(file, [...(arrows.get(file) ?? []), to]);
      const target = FLOORS.indexOf(to.split('/')[0] as (typeof FLOORS)[number]);
      if (target > floor && !isTest) problems.push(`${file}: arrow upwards to ${to}`);
    }
  }
  const circle = findCircle(arrows);
  if (circle) problems.push(`circle: ${circle.join(' -> ')}`);
  return problems;
}

function findCircle(arrows: ReadonlyMap<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const to of arrows.get(file) ?? []) {
      const circle = visit(to);
      if (circle) return circle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  for (const file of arrows.keys()) {
    const circle = visit(file);
    if (circle) return circle;
  }
  return undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const src = resolve(import.meta.dirname, '..', 'src');
  const files = new Map(
    globSync('**/*.ts', { cwd: src }).map((f) => [
      relative('.', f).split(sep).join('/'),
      readFileSync(join(src, f), 'utf8'),
    ]),
  );
  const problems = check(files);
  for (const p of problems) console.error(p);
  console.log(`layering: ${files.size} files, ${problems.length} problems`);
  process.exit(problems.length > 0 ? 1 : 0);
}
