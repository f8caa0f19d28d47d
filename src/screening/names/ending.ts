/**
 * Says whose child (Нұрланұлы, Нурланович), or whose family (Нурланов, Нурланова). 'whole': the word with its ending, to be
 * held against a word whose ending a typing error has hidden.
 */
export type Ending = 'none' | 'family' | 'patronymic' | 'whole';

/** A word of sounds without its ending: what Нурлан, Нурланов, Нурланова, Нұрланұлы and Nurlanovna have in common. */
export interface Stem {
  readonly sounds: string;
  readonly ending: Ending;
}

/** `ұлы`, `қызы`, `оглы`, `-ович`, `-овна`, `-ич`, `-инична` in sounds, with what a word keeps before them at least. */
const PATRONYMIC =
  /^(.{3,})(?:uli|[kg]izi|ogl[iu])$|^(.{2,})(?:[oe]vic|[oe]vna|inicna|icna)$|^(il|kuzm|luk|fom|savv|nikit)ic$/;
/** `-ович` in haste (Сергеич), with a letter lost, or with two turned round. */
const HASTY_PATRONYMIC = /^(.{4,})(?:[oe]ic|v[oe]?ic|[oe]vc)$/;
/** `-ов`, `-ев`, `-off`, `-ow`, with the feminine a; Яков and Любовь are given names. */
const FAMILY = /^(?!i?akov$|li?ubov$)(.{2,})[oe][vf]a?$/;
/** `-ина`, `-ская`, `-цкая`: the masculine is `-ин`, `-ский`. */
const FEMININE = /^(.{2,}in)a$|^(.+sk)aia$/;
/** й after a vowel: Абай, Абаев; Николай, Николаевич. */
const HALF_VOWEL = /([aeou])i$/;

/** Cuts the ending off a word of sounds. */
export function stemOf(word: string): Stem {
  const patronymic = PATRONYMIC.exec(word) ?? HASTY_PATRONYMIC.exec(word);
  if (patronymic) return stem(patronymic[1] ?? patronymic[2] ?? patronymic[3], 'patronymic');
  const family = FAMILY.exec(word);
  if (family) return stem(family[1], 'family');
  const feminine = FEMININE.exec(word);
  if (feminine) return stem(feminine[1] ?? `${feminine[2]}i`, 'none');
  return stem(word, 'none');
}

const stem = (sounds: string, ending: Ending): Stem => ({
  sounds: sounds.replace(HALF_VOWEL, '$1'),
  ending,
});
