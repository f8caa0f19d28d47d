/** One rule of a group: a pattern of paths and whether they may be read. */
interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

/** What a site asks of robots. */
export interface Robots {
  /** @param path path and query of an address, as `URL` writes them */
  allows(path: string): boolean;
  /** Seconds between two requests that the site asks for (not of the RFC, but of many sites); at most 60. */
  readonly delaySeconds: number | undefined;
}

/** RFC 9309, 2.5: a crawler must read at least 500 KiB. */
export const ROBOTS_BYTES = 500 * 1024;
const MOST_RULES = 2_000;
const MOST_PATTERN = 2_048;
const MOST_DELAY = 60;

/** Everything may be read: the site has no such file. */
export const ALLOW_ALL: Robots = { allows: () => true, delaySeconds: undefined };

/**
 * Reads robots.txt by RFC 9309: groups of the named agent together, else those of '*'; the longest pattern counts, of equal
 * ones the one that allows; '*' and a last '$' are wild.
 *
 * @param agent product token, 'qorgan'
 */
export function readRobots(text: string, agent: string): Robots {
  const groups = groupsOf(text.slice(0, ROBOTS_BYTES));
  const own = groups.filter(({ agents }) => agents.has(agent.toLowerCase()));
  const meant = own.length > 0 ? own : groups.filter(({ agents }) => agents.has('*'));
  const rules = meant.flatMap(({ rules }) => rules).slice(0, MOST_RULES);
  const delays = meant.flatMap(({ delay }) => (delay === undefined ? [] : [delay]));
  return {
    allows: (path) => allows(rules, path),
    delaySeconds: delays.length > 0 ? Math.min(MOST_DELAY, Math.max(...delays)) : undefined,
  };
}

interface Group {
  readonly agents: Set<string>;
  readonly rules: Rule[];
  delay?: number;
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  let isNaming = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    const told = line.split('#', 1)[0];
    const colon = told.indexOf(':');
    if (colon < 0) continue;
    const key = told.slice(0, colon).trim().toLowerCase();
    const value = told.slice(colon + 1).trim();
    if (key === 'user-agent') {
      if (!isNaming || group === undefined) {
        group = { agents: new Set(), rules: [] };
        groups.push(group);
      }
      group.agents.add(agentToken(value));
      isNaming = true;
    } else if (group !== undefined && isRule(key)) {
      isNaming = false;
      take(group, key, value);
    }
  }
  return groups;
}

/** 'ExampleBot/1.2' names 'examplebot' (2.2.1). */
const agentToken = (value: string): string =>
  value === '*' ? '*' : (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase();

const isRule = (key: string): boolean => ['allow', 'disallow', 'crawl-delay'].includes(key);

function take(group: Group, key: string, value: string): void {
  if (key === 'crawl-delay') {
    const seconds = Number(value);
    if (value !== '' && seconds >= 0) group.delay = seconds;
  } else if (value !== '' && value.length <= MOST_PATTERN)
    group.rules.push({ allow: key === 'allow', pattern: normalPath(value) });
}

function allows(rules: readonly Rule[], path: string): boolean {
  const asked = normalPath(path);
  if (asked === '/robots.txt') return true;
  let best: Rule | undefined;
  for (const rule of rules) {
    const isBetter =
      best === undefined ||
      rule.pattern.length > best.pattern.length ||
      (rule.pattern.length === best.pattern.length && rule.allow);
    if (isBetter && matches(rule.pattern, asked)) best = rule;
  }
  return best?.allow ?? true;
}

/** Without regular expressions: a pattern of many '*' must not cost more than its length times that of the path. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(parts[0])) return false;
  let at = parts[0].length;
  for (const part of parts.slice(1, isWhole ? -1 : undefined)) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (!isWhole) return true;
  const last = parts.length > 1 ? parts[parts.length - 1] : undefined;
  return last === undefined
    ? at === path.length
    : path.length - last.length >= at && path.endsWith(last);
}

/** Letters outside of ASCII and their percent form are one (2.2.2). */
function normalPath(path: string): string {
  return path
    .replace(/[^\u0021-\u007e]+/g, (letters) => encodeURIComponent(letters.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (told) => {
      const code = Number.parseInt(told.slice(1), 16);
      const letter = String.fromCharCode(code);
      return /[a-z0-9\-._~]/i.test(letter) && code < 128 ? letter : told.toUpperCase();
    });
}
