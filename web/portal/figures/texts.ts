import type { Localized } from '../../../src/domain/language.ts';
import type { PostLabel } from '../../../src/domain/post.ts';
import type { TakedownEnd } from '../../../src/service/portal/figures/figures-view.ts';
import type { Texts } from '../say.ts';

export const T = {
  lead: {
    ru: 'Что стало с сообщениями людей и с объявлениями вербовщиков.',
    kk: 'Адамдардың хабарламалары мен азғырушылардың хабарландырулары не болды.',
    en: 'What became of people’s reports and of recruiters’ posts.',
  },
  counted: { ru: 'На {when}', kk: '{when} жағдайы бойынша', en: 'As of {when}' },
  hidden: { ru: 'скрыто', kk: 'жасырын', en: 'hidden' },
  why: { ru: 'Почему часть скрыта', kk: 'Кейбірі неге жасырын', en: 'Why some is hidden' },
  whyText: {
    ru: 'Числа меньше пяти мы не показываем. По ним можно было бы узнать человека. Иногда скрыто и соседнее число, чтобы его не вычислили. Банки и ведомства здесь не различаются.',
    kk: 'Бестен аз санды көрсетпейміз. Ондай сан адамды танытып қоюы мүмкін. Кейде есептеп шығармас үшін көрші сан да жасырылады. Мұнда банктер мен мекемелер бөлек көрсетілмейді.',
    en: 'Numbers below five are not shown. They could make a person known. Sometimes a number beside is hidden too, so that it cannot be worked out. No bank or office is told apart here.',
  },
  reports: { ru: 'Сообщения людей', kk: 'Адамдардың хабарламалары', en: 'Reports of people' },
  reportsText: {
    ru: 'За 12 месяцев. Прочитано человеком: {read} из {all}.',
    kk: '12 айда. Адам оқығаны: {all} ішінен {read}.',
    en: 'In 12 months. Read by a person: {read} of {all}.',
  },
  reportsAll: {
    ru: 'За 12 месяцев пришло: {all}.',
    kk: '12 айда түскені: {all}.',
    en: 'Came in 12 months: {all}.',
  },
  month: { ru: 'Месяц', kk: 'Ай', en: 'Month' },
  all: { ru: 'Всего', kk: 'Барлығы', en: 'All' },
  received: { ru: 'ждут', kk: 'кезекте', en: 'waiting' },
  looked_at: { ru: 'в работе', kk: 'жұмыста', en: 'in work' },
  led_to_removal: { ru: 'объявление удалено', kk: 'хабарландыру жойылды', en: 'post removed' },
  closed: { ru: 'вербовки не нашли', kk: 'азғыру табылмады', en: 'no recruiting found' },
  table: { ru: 'Таблица по месяцам', kk: 'Айлар кестесі', en: 'Table by month' },
  chart: {
    ru: 'Сообщений по месяцам. Те же числа в таблице ниже.',
    kk: 'Айма-ай түскен хабарламалар. Сол сандар төмендегі кестеде.',
    en: 'Reports by month. The same numbers stand in the table below.',
  },
  posts: {
    ru: 'Записи, которые прочитал человек',
    kk: 'Адам оқыған жазбалар',
    en: 'Posts that a person read',
  },
  takedowns: { ru: 'Просьбы удалить', kk: 'Жою туралы өтініштер', en: 'Requests to remove' },
  median: {
    ru: 'В половине случаев страницу удаляли быстрее, чем за {hours} ч.',
    kk: 'Жағдайлардың жартысында бет {hours} сағаттан тез жойылды.',
    en: 'Half of the pages were removed within {hours} hours.',
  },
  holds: {
    ru: 'Остановленные платежи',
    kk: 'Тоқтатылған төлемдер',
    en: 'Payments that were stopped',
  },
  running: { ru: 'ещё стоят', kk: 'әлі тұр', en: 'still stopped' },
  ended: { ru: 'решены', kk: 'шешілді', en: 'decided' },
  appeals: { ru: 'Жалобы на остановку', kk: 'Тоқтатуға шағымдар', en: 'Appeals' },
  appealsWaiting: { ru: 'ждут', kk: 'кезекте', en: 'waiting' },
  appealsDecided: { ru: 'рассмотрены', kk: 'қаралды', en: 'decided' },
  reportsFew: {
    ru: 'Сообщений пока мало, чтобы показать число.',
    kk: 'Санын көрсетуге хабарлама әлі аз.',
    en: 'There are too few reports to show a number.',
  },
  empty: { ru: 'Чисел пока мало', kk: 'Сандар әлі аз', en: 'There are few numbers yet' },
  emptyText: {
    ru: 'Они появятся, когда сообщений станет больше. Помочь можно уже сейчас.',
    kk: 'Хабарлама көбейгенде шығады. Қазірдің өзінде көмектесуге болады.',
    en: 'They appear when there are more reports. You can help already now.',
  },
  loading: { ru: 'Считаем…', kk: 'Есептеп жатырмыз…', en: 'Counting…' },
  failed: {
    ru: 'Цифры не пришли. Нужна сеть.',
    kk: 'Сандар келмеді. Желі керек.',
    en: 'The figures did not come. They need a network.',
  },
  again: { ru: 'Повторить', kk: 'Қайталау', en: 'Try again' },
} as const satisfies Texts;

export const LABEL_TEXTS: Readonly<Record<PostLabel, Localized>> = {
  dropper: { ru: 'вербуют дропперов', kk: 'дропперлікке азғыру', en: 'recruit droppers' },
  drug_courier: {
    ru: 'вербуют наркокурьеров',
    kk: 'есірткі тасуға азғыру',
    en: 'recruit drug couriers',
  },
  drug_ad: { ru: 'реклама наркотиков', kk: 'есірткі жарнамасы', en: 'drug adverts' },
  other_spam: { ru: 'другой спам', kk: 'басқа спам', en: 'other spam' },
  legit: { ru: 'обычные записи', kk: 'қалыпты жазбалар', en: 'ordinary posts' },
};

export const END_TEXTS: Readonly<Record<TakedownEnd, Localized>> = {
  waits: { ru: 'ждут ответа', kk: 'жауап күтуде', en: 'waiting' },
  removed: { ru: 'удалены', kk: 'жойылды', en: 'removed' },
  partly: { ru: 'удалены частично', kk: 'бір бөлігі жойылды', en: 'partly removed' },
  refused: { ru: 'отказ', kk: 'бас тартылды', en: 'refused' },
  withdrawn: { ru: 'отозваны', kk: 'кері алынды', en: 'withdrawn' },
};
