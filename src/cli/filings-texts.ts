import type { Localized } from '../domain/language.ts';

/** What `qorgan filings` says. */
export const FILINGS_TEXTS = {
  'filings.sum': {
    ru: '{institution}, {day}: операций от наименьшей суммы {looked}, сообщений готово {ready}, ждут человека {waits}, освобождено {exempt}. Срок до {due}.',
    kk: '{institution}, {day}: ең аз сомадан басталатын операция {looked}, дайын хабарлама {ready}, адамды күтуде {waits}, босатылған {exempt}. Мерзімі {due} дейін.',
    en: '{institution}, {day}: operations from the least sum {looked}, notices ready {ready}, waiting for a person {waits}, exempt {exempt}. Due by {due}.',
  },
  'filings.folder': {
    ru: 'Файлы XML и thresholds.csv: {folder}',
    kk: 'XML файлдары және thresholds.csv: {folder}',
    en: 'XML files and thresholds.csv: {folder}',
  },
  'filings.decide': {
    ru: '  решите: {transfer} — {what}',
    kk: '  шешіңіз: {transfer} — {what}',
    en: '  decide: {transfer} — {what}',
  },
  'filings.fill': {
    ru: '  заполните: {transfer} — {what}',
    kk: '  толтырыңыз: {transfer} — {what}',
    en: '  fill in: {transfer} — {what}',
  },
  'filings.settings': {
    ru: '  Сведения об организации для ФМ-1 не заполнены: ни одно сообщение не готово.',
    kk: '  ФМ-1 үшін ұйым туралы мәлімет толтырылмаған: бірде-бір хабарлама дайын емес.',
    en: '  What FM-1 says of the institution is not filled in: no notice is ready.',
  },
  'filings.cut': {
    ru: '  Операций больше, чем помещается в список: остальные не разобраны.',
    kk: '  Операция тізімге сыйғаннан көп: қалғаны қаралмады.',
    en: '  There are more operations than the list holds: the rest was not looked at.',
  },
  'filings.untold': {
    ru: '  Поля перевода не показывают: {what}. Эти операции находит человек.',
    kk: '  Аударым өрістері мынаны көрсетпейді: {what}. Бұл операцияларды адам табады.',
    en: '  Fields of a transfer do not show: {what}. A person finds these operations.',
  },
  'filings.codes': {
    ru: '  Коды по редакции Правил от 10.07.2025; редакция с 01.04.2026 не найдена, сверьте коды.',
    kk: '  Кодтар Қағидалардың 10.07.2025 редакциясы бойынша; 01.04.2026 редакциясы табылмады, кодтарды салыстырыңыз.',
    en: '  Codes are of the rules of 10.07.2025; the edition in force since 01.04.2026 was not found, so compare them.',
  },
} as const satisfies Record<string, Localized>;
