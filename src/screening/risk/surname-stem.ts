/** Letters of both alphabets of Kazakh and of Russian in plain Latin ones; what sounds alike falls together. */
const FOLDED: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z' },
  ...{ и: 'i', й: 'i', і: 'i', ы: 'i', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o' },
  ...{ ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'h', һ: 'h' },
  ...{ ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ь: '', э: 'e', ю: 'iu', я: 'ia' },
  ...{ q: 'k', x: 'h', w: 'u', y: 'i', ı: 'i', ə: 'a', ŋ: 'n' },
};

/** Ways to write one sound with two Latin letters. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/j/g, 'zh'],
  [/ii+/g, 'i'],
];

/** Endings that tell a son, a daughter, a wife, or a Russian form of the same surname. */
const ENDINGS = [/(uli|kizi)$/, /(ova|eva|ov|ev)$/, /(skaia|skii|skoi|ski)$/, /(ina|in)$/];

/** A stem says something from so many letters on. */
const LEAST = 3;

/**
 * What is left of the surname, the first word of a name, without the endings by which a family's members differ: 'Серикова',
 * 'Серікұлы' and 'SERIKOV' are all 'serik'. Undefined where too little is left to tell a family by.
 */
export function surnameStem(name: string): string | undefined {
  const [surname = ''] = name
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,]+/, 1);
  let stem = [...surname]
    .map((letter) => FOLDED[letter] ?? letter.normalize('NFD').replace(/\P{L}/gu, ''))
    .join('');
  for (const [pair, one] of PAIRS) stem = stem.replace(pair, one);
  const ending = ENDINGS.find((one) => one.test(stem) && stem.replace(one, '').length >= LEAST);
  if (ending !== undefined) stem = stem.replace(ending, '');
  // 'Абай' and 'Абаева' have one stem too.
  if (stem.length > LEAST) stem = stem.replace(/i$/, '');
  return stem.length >= LEAST ? stem : undefined;
}
