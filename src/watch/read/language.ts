import type { PostLanguage } from '../../domain/post.ts';
import type { Token } from './tokens.ts';

/**
 * Words that are frequent in one language and rare in its neighbours, folded. Kazakh also as Russian keyboards write it.
 * Nouns that Kazakh took from Russian ('карта', 'банк') tell nothing and are in none.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const RUSSIAN = words(
  'и в на не что с по это как для от или из мы вы я он она они но если за до при без под есть можно нужно нужен нужны нужна все уже еще только ваш ваша ваши вашу наш у к о об так где когда кто мне вас нас их его ее работа работы работу оплата день пишите только можете будет быть также после через свой свою сейчас деньги денег лет чтобы',
);
const KAZAKH = words(
  'мен бен пен жане уйшин ушин керек бар жок емес болады болса болып туралы бойынша немесе сондай барлык жана ол олар биз сиз сен маган саган сизге бизге бул осы сол кандай калай канша кайда акша акшаны акшага жумыс жумыска жумысы тапсырыс керекпи жалга жалдау беремин береми бериниз беремиз аламын аламыз алып берип жасау жаз жазыныз жазындар хабарлас хабарласыныз кундик кунине кун айына ай мын тенге теннге шот шотын шотты адам адамдар жигиттер кыздар балалар казак казахстан бойлы гана тек дейин кейин сайын алдын емеспин екен еди дейди айтты айтады берди алды болган болган уакыт арнайы тегин оте кобирек али енди биреу ешкандай ешким студент студенттер оку окушы гой ма ме ба бе па пе',
);
const ENGLISH = words(
  'the and you your for with are we is to of in on from our this that will have not can need us who be it as at or by an if please contact work job money account per day week earn no any all new get was were they has had',
);
const UZBEK = words(
  'kerak bilan uchun bor yoq emas yoki siz sizga biz men mening pul kartangizni kartangni olamiz beramiz sotib ijaraga olasan faqat keyin lozim ish odam kun керак билан учун йук бор олами оламиз берамиз сиз сизга пул сотиб ижарага булади факат кейин керакли бор',
);
const KYRGYZ = words(
  'жана учун менен бар жок керек эмес алабыз беребиз сатып ижарага дароо акча сом болот кылам кылабыз ушул кандай зат каналга кошулунуз сатам',
);

/** Endings of Kazakh words, folded: of many words typed without a Kazakh letter only these tell. */
const KAZAKH_ENDING =
  /(лар|лер|дар|дер|тар|тер)(ды|ди|га|ге|дын|дин|мен|да|де)?$|(нын|нин|дын|дин|тын|тин|мын|мин|сыз|сиз|мыз|миз|ныз|низ|ады|еди|йды|йди|атын|етин|йтын|йтин|канда|генде|ынша|инше)$/;
const LETTERS = {
  kazakh: /[әіңғүұқөһ]/g,
  onlyKazakh: /[әіғұқһ]/g,
  uzbek: /[ўҳ]/g,
  kyrgyz: /[ңөү]/g,
};
const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** Below this there is too little to tell. */
const EVIDENCE_LEAST = 1;

/**
 * The language of a post: its letters, its frequent words, the endings of its words. `other` is Uzbek or Kyrgyz, `und` one
 * that too few words tell of.
 */
export function languageOf(text: string, tokens: readonly Token[]): PostLanguage {
  const score = { ru: 0, kk: 0, en: 0, uz: 0, ky: 0 };
  for (const { kind, text: word, other } of tokens) {
    if (kind !== 'word') continue;
    const isLatin = /^[a-z]/.test(word);
    const sound = other ?? word;
    if (ENGLISH.has(word)) score.en++;
    if (RUSSIAN.has(isLatin && sound.length < 4 ? word : sound)) score.ru++;
    if (KAZAKH.has(isLatin && sound.length < 4 ? word : sound)) score.kk++;
    else if (!isLatin && word.length > 5 && KAZAKH_ENDING.test(word)) score.kk += 0.3;
    if (UZBEK.has(word)) score.uz++;
    if (KYRGYZ.has(word)) score.ky++;
    if (!isLatin && /[ыэщъ]|ст[ьв]|ени[еяй]|ого$|ать$|ить$|ый$|ая$|ов$/.test(word)) score.ru += 0.3;
    if (isLatin && /^(th|wh)|(ing|tion|ed|ly)$/.test(word)) score.en += 0.3;
  }
  const kazakh = count(text, LETTERS.onlyKazakh);
  const uzbek = count(text, LETTERS.uzbek) + (text.match(/[og]['’ʻʼ‘]/g)?.length ?? 0);
  score.kk += kazakh + (uzbek === 0 && kazakh > 0 ? count(text, LETTERS.kyrgyz) : 0);
  if (uzbek > 0) score.uz += 2 * uzbek + kazakh;
  if (kazakh === 0) score.ky += count(text, LETTERS.kyrgyz);
  return decide(score, tokens);
}

function decide(
  score: { ru: number; kk: number; en: number; uz: number; ky: number },
  tokens: readonly Token[],
): PostLanguage {
  const ranked = Object.entries(score).sort((a, b) => b[1] - a[1]);
  const [[first, most]] = ranked;
  if (most < EVIDENCE_LEAST) return byAlphabet(tokens);
  // A Kyrgyz word or two are Kazakh as well: only letters and words of its own make it Kyrgyz.
  if (first === 'uz' || first === 'ky') return 'other';
  return first as 'ru' | 'kk' | 'en';
}

/** Some Cyrillic words without any known one are Russian more often than not; one or two words are nothing. */
function byAlphabet(tokens: readonly Token[]): PostLanguage {
  const read = tokens.filter(({ kind }) => kind === 'word');
  const cyrillic = read.filter(({ text }) => /^[а-я]{3}/.test(text)).length;
  const latin = read.filter(({ text }) => /^[a-z]{3}/.test(text)).length;
  if (cyrillic >= 2 && cyrillic >= latin) return 'ru';
  return latin >= 4 ? 'en' : 'und';
}
