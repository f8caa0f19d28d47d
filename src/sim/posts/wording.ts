import type { Ask } from '../../domain/post.ts';

/** A way of wording an offer. Parts in braces are filled: {contact}, {card}, {phone}, {sum}, {city}. */
export interface Wording {
  readonly lang: 'ru' | 'kk';
  readonly asks: readonly Ask[];
  readonly text: string;
}

/** How recruiters look for droppers. Made up after what warnings report of such posts; no real post is among them. */
export const DROPPER_OFFERS: readonly Wording[] = [
  {
    lang: 'ru',
    asks: ['card'],
    text: 'Нужны карты любых банков 💳 {city}. Платим {sum} ₸ сразу после проверки, ничего делать не надо. Без опыта, можно студентам. Пишите в лс {contact}',
  },
  {
    lang: 'ru',
    asks: ['account', 'crypto_operator'],
    text: 'Открыт набор операторов переводов, {city} и удалённо! Принимаешь на свой счёт, отправляешь дальше, твой процент 3%. Выплата каждый день, от {sum} ₸. Всё легально, обучение бесплатно. {contact}',
  },
  {
    lang: 'ru',
    asks: ['merchant'],
    text: 'Возьму в аренду Kaspi Pay / ИП. {sum} ₸ в день, налоги берём на себя, рисков нет. Подробности: {contact} или WhatsApp {phone}',
  },
  {
    lang: 'ru',
    asks: ['kyc'],
    text: 'Лёгкий заработок на час 🔥 пройти верификацию по селфи — {sum} ₸ на руки. 18+, удостоверение. Мест мало, {contact}',
  },
  {
    lang: 'ru',
    asks: ['card', 'sim'],
    text: 'Kуплю кaрту + симку, {city}. {sum} ₸ за комплект, забираем сами. Анонимно. Писать только сюда {contact}',
  },
  {
    lang: 'kk',
    asks: ['card'],
    text: 'Банк картаңызды жалға аламыз, {city}. Күніне {sum} теңге, ештеңе істеудің қажеті жоқ, тәуекелі жоқ. Студенттерге де болады. Жекеге жазыңыз {contact}',
  },
  {
    lang: 'kk',
    asks: ['account'],
    text: 'Тез ақша табу керек пе? Шотыңызға аударым түседі, әрі қарай жібересіз — {sum} теңге сол күні қолыңызда. Тәжірибе керек емес ✅ {contact}',
  },
  {
    lang: 'ru',
    asks: ['cash_courier'],
    text: 'Требуется курьер по наличным, {city}. Забираешь деньги по адресам, {sum} ₸ в день + 3%. Оплата ежедневно, пишите {contact}',
  },
];

/** How drug shops look for couriers. */
export const COURIER_OFFERS: readonly Wording[] = [
  {
    lang: 'ru',
    asks: ['drug_courier'],
    text: '📍 {city}: набираем курьеров и складов в магазин. Без залога, от {sum} ₸ в неделю, график свободный, полная анонимность. Куратор на связи {contact}',
  },
  {
    lang: 'ru',
    asks: ['drug_courier'],
    text: 'Работа с кладами, {city}. Зарплата от {sum} ₸, обучим с нуля, выплаты в крипте каждый день. Вопросы оператору {contact}',
  },
  {
    lang: 'kk',
    asks: ['drug_courier'],
    text: '{city}: дүкенге курьер-қоймашы керек. Аптасына {sum} теңгеден, кепілсіз, жасырын. Кураторға жазыңыз {contact}',
  },
];

/** How drug shops sell. */
export const SHOP_ADS: readonly Wording[] = [
  {
    lang: 'ru',
    asks: [],
    text: 'ХОРОШЕЕ НАСТРОЕНИЕ 🌿❄️ {city}, готовые клады во всех районах 24/7. От {sum} ₸. Оплата на карту {card}, чек оператору {contact}',
  },
  {
    lang: 'ru',
    asks: [],
    text: 'Магазин снова в строю, {city}. Шишки, соль, меф. Моментальные клады, цены от {sum} ₸. Каспи по номеру {phone} или карта {card}. Бот {contact}',
  },
  {
    lang: 'kk',
    asks: [],
    text: '{city}: дайын кладтар тәулік бойы 🌿 бағасы {sum} теңгеден. Төлем картаға {card}, чекті операторға жіберіңіз {contact}',
  },
];

/** What honest channels say, warnings and news of the very same things among it. */
export const CHATTER: readonly (Wording & {
  readonly stance: 'offer' | 'warning' | 'news' | 'question';
})[] = [
  {
    lang: 'ru',
    asks: [],
    stance: 'warning',
    text: 'Полиция предупреждает: за передачу своей карты третьим лицам грозит уголовная ответственность. Если вам предлагают «лёгкий заработок» на карте — это дропперство.',
  },
  {
    lang: 'kk',
    asks: [],
    stance: 'warning',
    text: 'Полиция ескертеді: банк картаңызды бөтен адамға беру — қылмыс. «Оңай ақша» ұсынса, келіспеңіз, 102-ге хабарлаңыз.',
  },
  {
    lang: 'ru',
    asks: [],
    stance: 'news',
    text: 'В {city} вынесли приговор дропперу: студент отдал карту за {sum} тенге, через неё прошли деньги обманутых пенсионеров.',
  },
  {
    lang: 'kk',
    asks: [],
    stance: 'news',
    text: '{city} қаласында дропперлер тобы ұсталды, олардың карталары арқылы миллиондаған теңге өткен, деп хабарлады баспасөз қызметі.',
  },
  {
    lang: 'ru',
    asks: [],
    stance: 'question',
    text: 'Подскажите, знакомый просит мою карту на пару дней, говорит заплатит {sum}. Это вообще законно?',
  },
  {
    lang: 'ru',
    asks: [],
    stance: 'offer',
    text: 'Срочно требуется курьер в доставку еды, {city}. Свободный график, до {sum} ₸ в день, нужен велосипед или авто. Оформление официальное.',
  },
  {
    lang: 'kk',
    asks: [],
    stance: 'offer',
    text: '{city}: дүкенге сатушы керек, ауысымына {sum} теңге. Жұмыс уақыты 9:00–21:00, ресми тіркеу.',
  },
  {
    lang: 'ru',
    asks: [],
    stance: 'offer',
    text: 'Сдам однокомнатную квартиру, {city}, {sum} ₸ в месяц плюс коммуналка. Оплата картой или наличными, без посредников.',
  },
  {
    lang: 'ru',
    asks: [],
    stance: 'offer',
    text: 'Соседи, собираем на праздник двора по {sum} тенге с квартиры. Можно перевести старшей по подъезду.',
  },
  {
    lang: 'kk',
    asks: [],
    stance: 'offer',
    text: 'Сынып жиналысы жұма күні сағат 18:00-де. Оқулықтарға {sum} теңгеден жинаймыз.',
  },
  {
    lang: 'ru',
    asks: [],
    stance: 'offer',
    text: 'Продаю коляску в хорошем состоянии, {city}, {sum} ₸. Торг уместен.',
  },
  {
    lang: 'kk',
    asks: [],
    stance: 'question',
    text: '{city} қаласында жақсы стоматолог білетіндер бар ма? Бағасы {sum} теңгеге дейін болса.',
  },
];

export const CITIES = {
  ru: ['Алматы', 'Астана', 'Шымкент', 'Караганда', 'Актау', 'Павлодар'],
  kk: ['Алматы', 'Астана', 'Шымкент', 'Қарағанды', 'Ақтау', 'Павлодар'],
} as const;
