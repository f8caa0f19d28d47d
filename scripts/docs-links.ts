import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { say } from '../src/cli/texts.ts';

/** What the documentation is checked for: that what it points at is there. */

const ROOT = join(import.meta.dirname, '..');
const NOT_OURS = /^(?:node_modules|\.node|build|qorgan-[^/]*)\//;
/** Beginnings of generated pages: their links are those of the page that they become. */
const BEGINNING = /\.intro\.md$/;
/** npm's own commands that the documentation may name. */
const NPM_COMMANDS = new Set(['ci', 'install', 'pack']);

export interface Page {
  /** Path from the root of the checkout, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function pages(): Page[] {
  return globSync('**/*.md', { cwd: ROOT, exclude: (path) => NOT_OURS.test(`${path}/`) })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !NOT_OURS.test(path) && !BEGINNING.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** The id that a heading gets on code hosts: lower case, no signs, spaces as hyphens. */
export const anchorOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const withoutCode = (text: string): string =>
  text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');

/** Relative links of a page that lead nowhere, in words. */
export function deadLinks({ path, text }: Page): string[] {
  const targets = [...withoutCode(text).matchAll(/\]\(\s*([^)\s]+)[^)]*\)|(?:src|href)="([^"]+)"/g)]
    .map((m) => m[1] ?? m[2] ?? '')
    .filter((target) => !/^[a-z]+:/i.test(target));
  return targets.flatMap((target) => {
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? join(ROOT, path) : join(ROOT, dirname(path), decodeURI(file));
    if (!existsSync(to)) return [`${path}: ${target} is not there`];
    if (anchor === undefined || !to.endsWith('.md')) return [];
    const headings = readFileSync(to, 'utf8').match(/^#{1,6} .*$/gm) ?? [];
    const ids = headings.map((heading) => anchorOf(heading.replace(/^#+ /, '')));
    return ids.includes(anchor) ? [] : [`${path}: ${relative(ROOT, to)} has no heading #${anchor}`];
  });
}

/** Commands that a page shows as code and that do not exist, in words. */
export function unknownCommands(page: Page): string[] {
  const code = [...page.text.matchAll(/^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]+`|^ {4}.*$/gm)].map(
    ([found]) => found.replace(/\\\n\s*/g, ' '),
  );
  return code.flatMap((found) => [
    ...npmProblems(found, page.path),
    ...qorganProblems(found, page.path),
    ...fileProblems(found, page.path),
  ]);
}

function npmProblems(code: string, path: string): string[] {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  return [...code.matchAll(/\bnpm (run (?:--silent )?)?([a-z][\w:-]*)/g)]
    .filter(([, run, name = '']) =>
      run === undefined
        ? !['start', 'test'].includes(name) && !NPM_COMMANDS.has(name)
        : !Object.hasOwn(scripts, name),
    )
    .map(([whole]) => `${path}: \`${whole}\` is no command`);
}

/** Subcommands and options are what `qorgan --help` tells. */
function qorganProblems(code: string, path: string): string[] {
  const usage = say('usage', 'en');
  // One line may tell of several: 'qorgan backup FILE | restore FILE'.
  const lines = usage.match(/^ {2}qorgan .*$/gm) ?? [];
  const commands = new Set(
    lines.flatMap((line) => [...line.matchAll(/(?:qorgan| \|) ([a-z]+)/g)].map((m) => m[1])),
  );
  const options = new Set(usage.match(/--[a-z][\w-]*/g));
  return [...code.matchAll(/(?:^|[\s`$])(?:npx )?qorgan +([a-z]+)\b([^\n`|#]*)/g)].flatMap(
    ([, command = '', rest = '']) => {
      if (!commands.has(command)) return [`${path}: qorgan has no command ${command}`];
      return (rest.match(/(?<=\s)--[a-z][\w-]*/g) ?? [])
        .filter((option) => !options.has(option))
        .map((option) => `${path}: qorgan ${command} has no option ${option}`);
    },
  );
}

function fileProblems(code: string, path: string): string[] {
  return [
    ...code.matchAll(/\bnode ((?:scripts|bench|bin)\/\S+\.\w+)(?: ((?:scripts|bench)\/\S+\.ts))?/g),
  ]
    .flatMap(([, script, argument]) => [script, argument])
    .filter((file) => file !== undefined && !existsSync(join(ROOT, file)))
    .map((file) => `${path}: there is no ${file}`);
}
