import { parseHandle } from '../../domain/handle.ts';
import type { Claims } from './claims.ts';
import type { Contact } from './found.ts';
import { nameContact } from './link-target.ts';

/** '@name', not the end of an e-mail address. With a space behind '@' the name must look made up: '@ work_777'. */
const AT_NAME =
  /(?<![\p{L}\d._%+@-])@(?:([a-z]\w{3,31})| ([a-z]\w{0,30}[\d_]\w{0,30}))(?![\w@])/giu;
/** Names that no person has: calls to a whole chat. */
const EVERYBODY = new Set([
  'all',
  'everyone',
  'here',
  'channel',
  'admin',
  'admins',
  'online',
  'username',
  'gmail',
  'mail',
]);

const WORD_END = '(?![\\p{L}\\d])';
const TELEGRAM_WORD = `(?:telegram+|телегра+м+|телег|тлг|tlg|тгк|тг|tg)\\p{L}{0,6}`;
/** 'тг: name', 'Telegram — name', 'телега @name', 'в телеге (name)'. */
const IN_TELEGRAM = new RegExp(
  `(?<![\\p{L}\\d@./])${TELEGRAM_WORD}${WORD_END} {0,2}(?:канал\\p{L}{0,3} |аккаунт |ник |nick |username )?[:=(\\-'"«]{1,2} {0,2}@?([a-z]\\w{3,31})(?![\\w.@])`,
  'gu',
);
/** 'в тг name_1': without a sign between, the name must look made up. */
const BESIDE_TELEGRAM = new RegExp(
  `(?<![\\p{L}\\d@./])${TELEGRAM_WORD}${WORD_END} {1,2}([a-z]\\w{0,30}[\\d_]\\w{0,30})(?![\\w.@])`,
  'gu',
);
const SEARCH_WORD = `(?:поиск\\p{L}{0,3}|найд\\p{L}{1,5}|найти|ищи\\p{L}{0,3}|іздеу\\p{L}{0,6}|ізде\\p{L}{0,6}|тап\\p{L}{0,5}|search|find|look for|look up)`;
/** 'найдите в поиске rabota_382', 'telegram-нан ізде: name': up to four words between. */
const SEARCHED = new RegExp(
  `(?<![\\p{L}\\d])${SEARCH_WORD}${WORD_END}((?:[ :\\-"'«]{1,3}(?:\\p{Script=Cyrillic}{1,14}|telegram\\p{L}{0,5}|tg|for|us|on|in|by|name|nick|bot|username)${WORD_END}){0,4})([ :\\-"'«]{1,4})@?([a-z]\\w{3,31})(?![\\w.@])`,
  'gu',
);
/** Words that stand where a name may, and are none. */
const NO_NAME = new Set(
  `telegram whatsapp instagram insta tiktok facebook youtube viber google kaspi halyk premium channel group chat link online
   work free best good more info name username money card bank here this that with your the and for from bitcoin crypto usdt
   binance bybit android apple store play market http https admin message messages write contact price menu start stop only`.split(
    /\s+/,
  ),
);
/** Other networks by the word before a name: the page there. */
const NETWORK_WORDS: readonly (readonly [string, string])[] = [
  ['(?:instagram|insta|inst|ig|инстаграм|инстаграмм|инста|инст)', 'instagram.com'],
  ['(?:vkontakte|vk|вконтакте|вк)', 'vk.com'],
  ['(?:tiktok|tik tok|тикток|тик ток)', 'tiktok.com'],
  ['(?:facebook|fb|фейсбук)', 'facebook.com'],
];
const IN_NETWORK = NETWORK_WORDS.map(
  ([word, network]) =>
    [
      new RegExp(
        `(?<![\\p{L}\\d@./])${word}\\p{L}{0,4}${WORD_END} {0,2}(?:[:=(\\-'"«]{1,2} {0,2}@?|@)([a-z][\\w.]{2,29}\\w)(?![\\w@])`,
        'gu',
      ),
      network,
    ] as const,
);

/** Names of Telegram and of other networks that are written and not linked. */
export function findHandles(
  folded: { readonly text: string; readonly lower: string },
  claims: Claims,
): Contact[] {
  const { text, lower } = folded;
  const found: Contact[] = [];
  if (!/[a-z]{1}\w{2}/.test(lower)) return found;
  for (const [pattern, network] of IN_NETWORK)
    for (const match of lower.matchAll(pattern)) {
      const name = nameSpan(match, match[1]);
      if (NO_NAME.has(match[1]) || !claims.isFree(name.start, name.end)) continue;
      claims.claim(name.start, name.end);
      found.push({ kind: 'profile', value: `${network}/${match[1]}`, ...name });
    }
  const take = (start: number, end: number, name: string) => {
    const read = parseHandle(`@${name}`);
    if (!read.ok || !claims.isFree(start, end)) return;
    claims.claim(start, end);
    found.push({ ...nameContact(read.value.value), start, end });
  };
  if (text.includes('@'))
    for (const match of text.matchAll(AT_NAME)) {
      const name = match[1] ?? match[2];
      if (!EVERYBODY.has(name.toLowerCase()))
        take(match.index, match.index + match[0].length, name);
    }
  for (const pattern of [IN_TELEGRAM, BESIDE_TELEGRAM])
    for (const match of lower.matchAll(pattern)) {
      const { start, end } = nameSpan(match, match[1]);
      if (!NO_NAME.has(match[1])) take(start, end, match[1]);
    }
  for (const match of lower.matchAll(SEARCHED)) {
    const [, words, joint, name] = match;
    const { start, end } = nameSpan(match, name);
    // A plain Latin word behind 'найди' is a name only when it is set off, or is said to be in Telegram.
    const setOff =
      /[:"'«]/.test(joint) || /[\d_]/.test(name) || /поиск|telegram|телег|тг|tg/.test(words);
    if (setOff && !NO_NAME.has(name)) take(start, end, name);
  }
  return found;
}

/** The name stands at the end of a match. */
function nameSpan(match: RegExpExecArray, name: string): { start: number; end: number } {
  const end = match.index + match[0].length;
  return { start: end - name.length, end };
}
