/** Letters of the Russian and Kazakh alphabets as passports of Kazakhstan write them. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh' },
  ...{ з: 'z', и: 'i', й: 'y', і: 'i', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o' },
  ...{ ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'kh', һ: 'h' },
  ...{ ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
};

/** Surname and given name in Latin capitals: 'Касымов Нурлан Болатұлы' is 'KASYMOV NURLAN'. */
export const passportName = (name: string): string =>
  name
    .split(' ')
    .slice(0, 2)
    .join(' ')
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => LATIN[letter] ?? letter)
    .toUpperCase();
