/**
 * Letters that stand for others to the eye. Our own short map and not a table of confusables: those turn Cyrillic words into
 * mixtures ('Hyжʜƅi дpoπƅi'), and Kazakh һ and і are letters in their own right.
 */

const pairs = (from: string, to: string): Map<string, string> => {
  const targets = [...to];
  return new Map([...from].map((letter, i) => [letter, targets[i]]));
};

/** Latin, Greek and digits as the Cyrillic letter they look like. Case matters: 'H' is Н, 'h' is һ. */
export const SEEN_AS_CYRILLIC: ReadonlyMap<string, string> = new Map([
  ...pairs('ABCEHIKMOPTXYaceiopxykmtnubrhgwvlzsdfj', 'АВСЕНІКМОРТХУасеіорхукмтпиьгнгшвлзсдфй'),
  ...pairs('ΑΒΕΗΙΚΜΟΡΤΥΧαβγδεηικλμνορπστυφχω', 'АВЕНІКМОРТУХавудепіклмнорпотуфхш'),
  ...pairs('03461', 'озчбі'),
]);

/** The same, but small letters by their sound: the other thing a writer may have meant ('nужны' is 'нужны', 'npобей' is 'пробей'). */
export const HEARD_AS_CYRILLIC: ReadonlyMap<string, string> = new Map([
  ...SEEN_AS_CYRILLIC,
  ...pairs('nubhrgpytm', 'нубхргпутм'),
  ...pairs('ηνπτρ', 'инптр'),
]);

/** Cyrillic as the Latin letter it looks like; a letter that is not here looks like no Latin one. */
export const SEEN_AS_LATIN: ReadonlyMap<string, string> = pairs(
  'АВСЕНІКМОРТХУЅЈасеоіркхумтвнѕјԁԛԝһ',
  'ABCEHIKMOPTXYSJaceoipkxymtbhsjdqwh',
);

/** Small capitals, turned letters and rare letters, as the plain letter that they stand for. */
export const PLAIN_LETTER: ReadonlyMap<string, string> = pairs(
  'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡɩʋƅʜҕԁѕјӏԛԝҽ',
  'abcdefghijklmnoprstuvwyzagіuьнбdsjlqwе',
);

/** Latin letters that no Cyrillic one looks like: a word with one of them and only look-alikes otherwise is Latin. */
export const ONLY_LATIN = /^[dfgjlqrsvwz]$/i;
