/**
 * How Latin spellings are read, in the codes of `sounds.ts`; `|` stands between ways, the likelier first. Collected from
 * what they transliterate: passports of Russia (ICAO Doc 9303, before 2014 GOST R 52535.1, before 2000 French), passports
 * of Kazakhstan, GOST 7.79 (ISO 9), BGN/PCGN, the Kazakh Latin alphabets of decrees 569 (2017: a', s'), 637 (2018: á, sh, ý)
 * and the draft of 2021 (ä, ş, ğ, ū), Turkish, Polish and German habits.
 */
const SPELLINGS =
  'a:a b:b c:k|x d:d e:e f:f g:g h:h i:i ı:i j:j|i k:k l:l m:m n:n o:o p:p q:k r:r s:s t:t u:u v:v w:v|u x:ks|h y:i z:z ' +
  'á:a ä:a â:ia|a ç:c č:c ć:c é:e ê:e è:e ë:e ğ:g ǵ:g ģ:g ì:i í:i î:i ï:i ł:l ñ:n ń:n ŋ:n ň:n ó:o ö:o ô:o ő:o ø:o ŕ:r ř:r ' +
  'ş:c ș:c š:c ŝ:c ś:c ß:s ú:u ü:u ū:u û:iu|u ű:u ŭ:u ý:u|i ÿ:i ž:j ż:j ź:z đ:d ǆ:j ə:a ' +
  "a':a c':c g':g i':i n':n o':o s':c|s u':u y':u|i " +
  'ch:c|h kh:h gh:g zh:j|zh sh:c|sh th:t|th ph:f|ph ck:k dj:j ts:x|ts tz:x|tz tc:x sz:c|sz cz:c|kz ou:u ' +
  'tzh:tj szh:sj dzh:j dsh:j tch:c tsh:c sch:c shh:c schch:c shch:c stch:c tsch:c dsch:j chtch:c schtsch:c ' +
  'cs:ks qu:ku';

export const LATIN_SOUNDS: ReadonlyMap<string, readonly string[]> = new Map(
  SPELLINGS.split(' ').map((pair) => {
    const [spelling, ways] = pair.split(':');
    return [spelling, ways.split('|')];
  }),
);

/** Letters of the longest spelling, `schtsch`. */
export const LONGEST_SPELLING = 7;
