import type { Localized } from '../domain/language.ts';

/** What `qorgan screen` says, and the words of its explanations. */
export const SCREEN_TEXTS = {
  screened: {
    ru: 'Проверено строк: {rows}; записей в списке: {entries}. Строк с совпадениями: {met}, совпадений: {hits} — {out}',
    kk: 'Тексерілген жол: {rows}; тізімдегі жазба: {entries}. Сәйкестігі бар жол: {met}, сәйкестік: {hits} — {out}',
    en: 'Rows looked for: {rows}; entries of the list: {entries}. Rows with hits: {met}, hits: {hits} — {out}',
  },
  'part.surname': { ru: 'фамилия', kk: 'тегі', en: 'surname' },
  'part.given': { ru: 'имя', kk: 'аты', en: 'given name' },
  'part.patronymic': { ru: 'отчество', kk: 'әкесінің аты', en: 'patronymic' },
  'part.word': { ru: 'слово', kk: 'сөз', en: 'word' },
  'part.form': { ru: 'форма', kk: 'құқықтық нысан', en: 'legal form' },
  'how.same': { ru: 'буква в букву', kk: 'әрпіне дейін', en: 'letter by letter' },
  'how.script': { ru: 'другая письменность', kk: 'басқа жазу', en: 'another script' },
  'how.variant': { ru: 'другая форма', kk: 'басқа түрі', en: 'another form' },
  'how.initial': { ru: 'инициал', kk: 'бас әріп', en: 'an initial' },
  'how.typo': { ru: 'близко, не то же', kk: 'жақын, бірақ дәл емес', en: 'close, not the same' },
  'how.missing': { ru: 'нет у одной стороны', kk: 'бір жағында жоқ', en: 'one side lacks it' },
  'birth.same': { ru: 'дата рождения та же', kk: 'туған күні сол', en: 'the same birth' },
  'birth.near': { ru: 'дата рождения близкая', kk: 'туған күні жақын', en: 'a near birth' },
  'birth.differs': { ru: 'дата рождения другая', kk: 'туған күні басқа', en: 'another birth' },
  'key.same': { ru: 'ИИН или БИН тот же', kk: 'ЖСН немесе БСН сол', en: 'the same IIN or BIN' },
  'key.differs': { ru: 'ИИН или БИН другой', kk: 'ЖСН немесе БСН басқа', en: 'another IIN or BIN' },
} as const satisfies Record<string, Localized>;
