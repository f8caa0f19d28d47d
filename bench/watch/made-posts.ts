import { fakePan } from '../../src/domain/fake/card.ts';
import { fakeHandle } from '../../src/domain/fake/handle.ts';
import { fakeKzPhone } from '../../src/domain/fake/phone.ts';
import { fakeWallet } from '../../src/domain/fake/wallet.ts';
import type { Random } from '../../src/domain/random.ts';

export interface MadePost {
  readonly id: number;
  readonly text: string;
  /** Of the recruiter who wrote it; undefined: ordinary talk. */
  readonly recruiter: number | undefined;
}

/** Share of posts that recruit: far more than in any chat, so that campaigns have work. */
const RECRUITING = 0.15;
const POSTS_A_RECRUITER = 60;

const CITIES = [
  'Алматы',
  'Астана',
  'Шымкент',
  'Караганда',
  'Актобе',
  'Атырау',
  'Тараз',
  'Павлодар',
  'Семей',
  'Өскемен',
  'Қостанай',
  'Almaty',
];
/** An offer is one of each row: recruiters share phrases and not whole texts. */
const OPENINGS = [
  'Нужны люди с картами {bank}',
  'Требуется сотрудник по переводам',
  'Аренда ИП и Kaspi Pay',
  'Ищем курьера для наличных',
  'Куплю карту {bank} на три дня',
  'Оператор обменника на дому',
  'Карта керек, {bank} болса жақсы',
  'Студенттерге оңай табыс',
  'Easy money for students, rent your {bank} card',
  'СРОЧНО!!! Зaрaбoтoк нa кaрте {bank}',
];
const TERMS = [
  'платим {sum} тг в день',
  '{sum} тенге в сутки, обучим за час',
  'от {sum} до {more} тыс ₸, выплаты каждый вечер без задержек',
  '$200 за выход и {percent}% сверху',
  'деньги сразу на руки, встреча в центре, {sum} тг',
  '{percent}% с каждого перевода, нужен только телефон',
  'күніне {sum} теңге төлейміз',
  '{sum} теңге қолма-қол аласыз',
  '{sum} tenge a day, paid every evening',
  'без вложений, {sum} тг за смену',
];
const PROMISES = [
  'Всё официально, налоги берём на себя',
  'Возраст от 18, опыт не нужен',
  'Работа разовая, ничего делать не надо',
  'График свободный, можно из дома',
  'Бәрі заңды, тәуекел жоқ',
  'Тәжірибе керек емес, бәрін үйретеміз',
  'No risk at all, many people work with us',
  'Работаем третий год, сотни отзывов',
];
const CALLS = [
  'Пишите {contact}',
  'Связь: {contact}',
  '{contact}',
  'Телеграм: {contact}',
  'Жазыңыз: {contact}',
  'Write {contact}',
  'Вопросы сюда {contact}',
];
const TALK = [
  'Всем привет, подскажите хороший {thing} в городе {city}, желательно рядом с центром',
  'Продам {thing}, состояние отличное, {sum} тг, торг. Звоните {phone}',
  'Завтра в {city} обещают снег, одевайтесь теплее и берегите детей',
  'Требуется продавец в магазин, оклад {sum} тг в месяц, график 2/2, соцпакет. {phone}, {city}',
  'Отдам в добрые руки {thing}, самовывоз, писать после шести вечера',
  'Внимание, мошенники звонят от имени банка и просят код из смс, никому его не говорите',
  'Полиция напоминает: за передачу карты чужим людям грозит уголовная ответственность',
  'Кто знает, почему опять нет воды в районе {thing}? Обещали дать к {hour}:00',
  'Балабақшаға тәрбиеші керек, жалақысы {sum} теңге, толық жұмыс күні. Байланыс: {phone}',
  'Бүгін {city} қаласында концерт болады, кіру тегін, сағат {hour}:00',
  'Көмектесіңіздерші, {thing} қайдан алуға болады, бағасы қанша?',
  'Сәлем бәріне! Ертең жаттығу {hour}:30-да басталады, кешікпеңіздер',
  'Looking for a flatmate in {city}, {sum} tenge a month, close to the bus stop, call {phone}',
  'Our meetup is on Friday at {hour}:00, everybody is welcome, details at https://meet{number}.kz/event',
  'Заказ №{number} готов к выдаче, пункт работает до {hour}:00, при себе иметь документ',
  'Спасибо всем, кто помог собрать {sum} тг на лечение, отчёт завтра',
];
const THINGS = [
  'стоматолог',
  'велосипед',
  'диван',
  'котёнок',
  'ноутбук',
  'репетитор',
  'кітап',
  'телефон',
  'көлік',
  'холодильник',
  'самокат',
  'мастер',
];
const BANKS = ['Kaspi', 'Каспи', 'Halyk', 'К@спи', 'Freedom', 'любого банка', 'БЦК', 'Jusan'];
const ENDINGS = [
  '',
  '',
  ' 🔥',
  ' 👍',
  '!!!',
  ' Мест мало',
  ' Тез жазыңыз',
  ' Подробности в личку',
  ' 🙏🙏',
  ' Спешите',
];

interface Recruiter {
  readonly offers: readonly string[];
  readonly contacts: readonly string[];
}

/** Posts of a city's chats: a few hundred recruiters who change sum, city, contact and ending, amid ordinary talk in three languages. */
export function madePosts(random: Random, count: number): MadePost[] {
  const recruiters = Array.from(
    { length: Math.max(1, Math.round((count * RECRUITING) / POSTS_A_RECRUITER)) },
    () => recruiterOf(random),
  );
  return Array.from({ length: count }, (_, id) => {
    const recruiter = random.chance(RECRUITING) ? random.int(0, recruiters.length - 1) : undefined;
    if (recruiter === undefined)
      return { id, recruiter, text: filled(random, random.pick(TALK), '') };
    const { offers, contacts } = recruiters[recruiter];
    const text = filled(random, random.pick(offers), random.pick(contacts));
    return { id, recruiter, text: text + random.pick(ENDINGS) };
  });
}

/** One to three offers, each with words of the recruiter's own, and one to four contacts. */
function recruiterOf(random: Random): Recruiter {
  const offers = Array.from({ length: random.int(1, 3) }, () => {
    const said = [OPENINGS, TERMS, PROMISES, ['{city}'], CALLS].map((row) => random.pick(row));
    const words = said.join('. ').split(' ');
    for (let i = 0; i < 4; i++)
      words.splice(random.int(0, words.length), 0, random.pick(OWN_WORDS));
    return words.join(' ');
  });
  const contacts = Array.from({ length: random.int(1, 4) }, () =>
    random.pick([
      () => `@${fakeHandle(random)}`,
      () => `t.me/${fakeHandle(random)}`,
      () => fakeKzPhone(random),
      () => `wa.me/${fakeKzPhone(random).slice(1)}`,
      () => `карта ${fakePan(random)}`,
      () => `USDT ${fakeWallet(random, 'trx')}`,
    ])(),
  );
  return { offers, contacts };
}

const OWN_WORDS =
  `быстро честно надёжно удобно сегодня завтра давно вместе легко просто рядом всегда много тихо спокойно
  серьёзно только каждому любому новым опытным жылдам сенімді оңай бүгін ыңғайлы тұрақты ashyq fast trusted simple flexible`.split(
    /\s+/,
  );

function filled(random: Random, template: string, contact: string): string {
  const values: Record<string, () => string> = {
    contact: () => contact,
    city: () => random.pick(CITIES),
    bank: () => random.pick(BANKS),
    thing: () => random.pick(THINGS),
    sum: () => `${random.int(20, 300)} 000`,
    more: () => String(random.int(100, 300)),
    percent: () => String(random.int(1, 9)),
    hour: () => String(random.int(9, 21)),
    number: () => String(random.int(1000, 99_999_999)),
    phone: () => fakeKzPhone(random).replace(/^\+7(...)(...)(..)(..)$/, '8 ($1) $2-$3-$4'),
  };
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name]());
}
