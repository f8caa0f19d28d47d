/** Digits that stand together, letters that only look like digits read as such. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** How many of them were letters. */
  readonly alike: number;
  /** '+' stands before. */
  readonly plus: boolean;
  /** A letter stands right before or behind: 'A1', '50к'. */
  readonly glued: boolean;
}

/** Groups of one line with no more than signs and spaces between them. */
export type DigitChain = readonly DigitGroup[];

/** Letters that people put where a digit is meant, to hide a number from filters. */
const ALIKE: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  О: '0',
  о: '0',
  l: '1',
  I: '1',
  І: '1',
  З: '3',
  з: '3',
  Ч: '4',
  ч: '4',
  S: '5',
  б: '6',
  B: '8',
  В: '8',
};
/** By UTF-16 unit, the digit that it is or is meant to be; '' for all else. */
const MEANT: readonly string[] = Array.from({ length: 0x500 }, (_, unit) => {
  const sign = String.fromCharCode(unit);
  return /\d/.test(sign) ? sign : (ALIKE[sign] ?? '');
});
const meantAt = (text: string, at: number): string => MEANT[text.charCodeAt(at)] ?? '';

const JOINT = /^[ ().\-/_*·•|~[\]]{1,4}$/;
/** No more than this between two digits of one number. */
const JOINT_MOST = 4;
const LETTER = /\p{L}/u;

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};
const isLetter = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && LETTER.test(text[at]);

/** All chains of a folded text, in order. Linear in its length. */
export function digitChains(text: string): DigitChain[] {
  if (!/\d/.test(text)) return [];
  const chains: DigitGroup[][] = [];
  for (const group of groupsOf(text)) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    if (chain !== undefined && last !== undefined && isJoined(text, last, group)) chain.push(group);
    else if (group.alike < group.digits.length) chains.push([group]);
  }
  return chains;
}

function isJoined(text: string, last: DigitGroup, group: DigitGroup): boolean {
  const gap = group.start - last.end;
  return !group.plus && gap <= JOINT_MOST && JOINT.test(text.slice(last.end, group.start));
}

function groupsOf(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (let at = 0; at < text.length; ) {
    if (meantAt(text, at) === '') {
      at++;
      continue;
    }
    let end = at;
    let digits = '';
    let alike = 0;
    for (; end < text.length; end++) {
      const meant = meantAt(text, end);
      if (meant === '') break;
      if (meant !== text[end]) alike++;
      digits += meant;
    }
    addRun(groups, text, { start: at, end, digits, alike });
    at = end;
  }
  return groups;
}

interface Run {
  start: number;
  end: number;
  digits: string;
  alike: number;
}

/** A run is one group when it is a word of its own and mostly of digits; otherwise its stretches of true digits are groups. */
function addRun(groups: DigitGroup[], text: string, run: Run): void {
  const bounded = !isLetter(text, run.start - 1) && !isLetter(text, run.end);
  const hidden = run.alike > 0 && bounded && run.digits.length <= 19;
  // A lone 'О' or 'ОО' is a group too: it only joins one that is there ('8 7О1' written '8 7 О 1').
  const mostly = run.alike * 2 <= run.digits.length || (run.digits.length <= 2 && run.alike > 0);
  if (run.alike === 0 || (hidden && mostly)) {
    groups.push({ ...run, plus: hasPlus(text, run.start), glued: !bounded });
    return;
  }
  for (let at = run.start; at < run.end; ) {
    if (!isDigit(text, at)) {
      at++;
      continue;
    }
    let end = at;
    while (end < run.end && isDigit(text, end)) end++;
    groups.push({
      start: at,
      end,
      digits: text.slice(at, end),
      alike: 0,
      plus: hasPlus(text, at),
      glued: isLetter(text, at - 1) || isLetter(text, end),
    });
    at = end;
  }
}

const hasPlus = (text: string, start: number): boolean =>
  text[start - 1] === '+' || (/[ (]/.test(text[start - 1] ?? '') && text[start - 2] === '+');
