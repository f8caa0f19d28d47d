import { describe, expect, it } from 'vitest';
import { loadNames } from '../../service/watch/names/load-names.ts';
import { CONTACTS_MOST, extract, TEXT_MOST } from './extract.ts';
import { namedThings } from './named-things.ts';

const NAMES = namedThings(await loadNames());

const contactsOf = (text: string): string[] =>
  extract(text, NAMES).contacts.map(({ kind, value }) => `${kind} ${value}`);

/** Contacts with the words they were found in. */
const placesOf = (text: string): string[] =>
  extract(text, NAMES).contacts.map(({ start, end }) => text.slice(start, end));

describe('phones', () => {
  it.each([
    ['Пиши 8 (701) 123-45-67, ватсап', '+77011234567'],
    ['+7 777 123 45 67', '+77771234567'],
    ['тел.87011234567', '+77011234567'],
    ['8 701 123 45 67', '+77011234567'],
    ['8-701-123-45-67', '+77011234567'],
    ['8.701.123.45.67', '+77011234567'],
    ['8 7О1 123 45 67', '+77011234567'], // a Cyrillic О
    ['8 7O1 l23 45 67', '+77011234567'], // Latin O and l
    ['8 7 0 1 1 2 3 4 5 6 7', '+77011234567'],
    ['8_701_123_45_67', '+77011234567'],
    ['8️⃣7️⃣0️⃣1️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣', '+77011234567'],
    ['８７０１１２３４５６７', '+77011234567'],
    ['8\u200b7\u200b0\u200b1\u200b1234567', '+77011234567'],
    ['87011234567 жазыңыз', '+77011234567'],
    ['Байланыс: 701 123 45 67', '+77011234567'],
    ['номер 7011234567 звоните', '+77011234567'],
    ['(701) 123-4567', '+77011234567'],
    ['+7(705)5554433', '+77055554433'],
    ['WhatsApp: +7 747 000 11 22', '+77470001122'],
    ['звоните 8 727 250 00 00', '+77272500000'],
    ['Москва 8 916 123-45-67', '+79161234567'],
    ['+7 495 123 45 67', '+74951234567'],
    ['Бишкек +996 555 12 34 56', '+996555123456'],
    ['+998 90 123 45 67 ёзинг', '+998901234567'],
    ['call +44 7700 900123 now', '+447700900123'],
    ['wa.me/77011234567', '+77011234567'],
    ['https://wa.me/87011234567?text=hi', '+77011234567'],
    ['https://api.whatsapp.com/send?phone=77011234567&text=a', '+77011234567'],
    ['whatsapp://send?phone=+77011234567', '+77011234567'],
    ['t.me/+77011234567', '+77011234567'],
    ['tel:+77011234567', '+77011234567'],
    ['viber://chat?number=%2B77011234567', '+77011234567'],
    ['оплата 50 000 тг, 8 701 123 45 67', '+77011234567'],
    ['звоните 87011234567!!! 24/7', '+77011234567'],
  ])('%s', (text, phone) => expect(contactsOf(text)).toEqual([`phone ${phone}`]));

  it('finds two beside each other', () => {
    expect(contactsOf('8 701 123 45 67, 8 777 765 43 21')).toEqual([
      'phone +77011234567',
      'phone +77777654321',
    ]);
    expect(contactsOf('87011234567/87777654321')).toHaveLength(2);
  });

  it.each([
    'заказ №87011234567',
    'Номер заказа 87011234567 готов',
    'ИИН 870112301234',
    'ЖСН: 010203500123',
    '26.11.2026 18:00',
    '2026-11-26 18:00:05',
    'с 09:00 до 18:00, 7 дней',
    '8 000 000 000 тенге',
    '80 000 000 000',
    'зарплата 700 000 - 900 000 тг',
    'договор 7011234567 от 26.11.2026',
    '7011234567',
    'трек 80123456789012',
    '10 000 000 подписчиков',
    '+100500 к карме',
    '1234567890',
    '100-200-300-400',
    'https://shop.kz/item/87011234567',
    'координаты 43.238949, 76.889709',
    'сумма 87 000 000 000 ₸',
  ])('leaves alone: %s', (text) =>
    expect(contactsOf(text).filter((found) => found.startsWith('phone'))).toEqual([]),
  );
});

describe('Telegram', () => {
  it.each([
    ['Пиши @Rabota_Kz', 'handle rabota_kz'],
    ['(@rabota777)', 'handle rabota777'],
    ['писать: @ rabota_777', 'handle rabota_777'],
    ['t.me/rabota_kz', 'handle rabota_kz'],
    ['https://t.me/rabota_kz/15', 'handle rabota_kz'],
    ['https://t.me/s/rabota_kz', 'handle rabota_kz'],
    ['HTTPS://T.ME/Rabota_KZ', 'handle rabota_kz'],
    ['telegram.me/rabota_kz', 'handle rabota_kz'],
    ['rabota_kz.t.me', 'handle rabota_kz'],
    ['tg://resolve?domain=rabota_kz', 'handle rabota_kz'],
    ['t.me/+AbCdEfGhIjK12345', 'invite AbCdEfGhIjK12345'],
    ['https://t.me/joinchat/AbCdEfGhIjK12345', 'invite AbCdEfGhIjK12345'],
    ['tg://join?invite=AbCdEfGhIjK12345', 'invite AbCdEfGhIjK12345'],
    ['@easy_pay_bot', 'bot easy_pay_bot'],
    ['https://t.me/EasyPayBot?start=ref1', 'bot easypaybot'],
    ['t . me / rabota_kz', 'handle rabota_kz'],
    ['t[.]me/rabota_kz', 'handle rabota_kz'],
    ['т.ме/rabota_kz', 'handle rabota_kz'],
    ['hxxps://t.me/rabota_kz', 'handle rabota_kz'],
    ['найдите в поиске rabota_382', 'handle rabota_382'],
    ['Набери в поиске телеграм: rabotakz', 'handle rabotakz'],
    ['найди меня в тг "rabotakz"', 'handle rabotakz'],
    ['в телеге: rabotakz', 'handle rabotakz'],
    ['Телеграм - rabotakz', 'handle rabotakz'],
    ['тг rabota_kz', 'handle rabota_kz'],
    ['Пишите в телегу rabota777', 'handle rabota777'],
    ['telegramнан ізде: rabota_kz', 'handle rabota_kz'],
    ['Телеграмнан іздеңіз: rabotakz', 'handle rabotakz'],
    ['телеграмда rabota_kz деп табыңыз', 'handle rabota_kz'],
    ['search telegram for rabota_kz', 'handle rabota_kz'],
    ['tg: rabotakz', 'handle rabotakz'],
  ])('%s', (text, contact) => expect(contactsOf(text)).toEqual([contact]));

  it.each([
    'почта ivan.petrov@mail.ru',
    'info@company.kz, hr@company.kz',
    'Telegram Premium бесплатно',
    'telegram: whatsapp: viber',
    '@all приходите',
    '@ab',
    '5 @ 100',
    'find good work',
    'найдите время',
    't.me/c/123456/7',
    't.me/share/url',
  ])('leaves alone: %s', (text) =>
    expect(contactsOf(text).filter((found) => /^(handle|bot|invite)/.test(found))).toEqual([]),
  );
});

describe('pages of other networks', () => {
  it.each([
    ['https://instagram.com/easy.money?igsh=1', 'profile instagram.com/easy.money'],
    ['инста: @easy.money1', 'profile instagram.com/easy.money1'],
    ['Instagram @easymoney', 'profile instagram.com/easymoney'],
    ['vk.com/id12345', 'profile vk.com/id12345'],
    ['https://m.vk.com/easy_money', 'profile vk.com/easy_money'],
    ['вк: easymoney', 'profile vk.com/easymoney'],
    ['https://www.tiktok.com/@easy.money/video/1', 'profile tiktok.com/easy.money'],
    ['facebook.com/profile.php?id=1000123', 'profile facebook.com/1000123'],
    ['https://ok.ru/profile/551234', 'profile ok.ru/profile/551234'],
    ['https://instagram.com/p/AbC123/', 'link instagram.com/p/AbC123'],
  ])('%s', (text, contact) => expect(contactsOf(text)).toEqual([contact]));
});

describe('links and their domains', () => {
  it.each([
    [
      'https://Kaspi-Bonus.com.kz/login/?a=1#x',
      'link kaspi-bonus.com.kz/login',
      'kaspi-bonus.com.kz',
    ],
    ['заходи на kaspi-bonus.kz', 'link kaspi-bonus.kz', 'kaspi-bonus.kz'],
    ['www.pay.example.co.uk.', 'link pay.example.co.uk', 'example.co.uk'],
    ['http://shop.github.io/x', 'link shop.github.io/x', 'shop.github.io'],
    ['https://пример.рф/вход', 'link пример.рф/вход', 'пример.рф'],
    ['(https://site.kz/a_(b))', 'link site.kz/a_(b)', 'site.kz'],
    ['подробностиsite-work.com', 'link site-work.com', 'site-work.com'],
    ['bit.ly/3AbCdE', 'link bit.ly/3AbCdE', 'bit.ly'],
    ['http://93.184.216.34/x', 'link 93.184.216.34/x', '93.184.216.34'],
  ])('%s', (text, contact, domain) => {
    expect(contactsOf(text)).toEqual([contact]);
    expect(extract(text, NAMES).domains.map((site) => site.domain)).toEqual([domain]);
  });

  it.each([
    'пишите.Работа есть',
    'Node.js и main.rs',
    'и т.д. и т.п.',
    'Работа.kz',
    'v1.2.3',
    'зп.100к',
    'ivan@site.kz',
  ])('leaves alone: %s', (text) => expect(contactsOf(text)).toEqual([]));
});

describe('cards', () => {
  // 999999…: no scheme in Kazakhstan issues there.
  it.each([
    ['переводи на 9999991234567893', '9999991234567893'],
    ['карта 9999 9912 3456 7893 Имя', '9999991234567893'],
    ['9999-9912-3456-7893', '9999991234567893'],
    ['9999.9912.3456.7893', '9999991234567893'],
    ['9999 9912 З456 7893', '9999991234567893'], // a letter for 3
    ['9999  9912  3456  7893', '9999991234567893'],
    ['9999\u200b9912\u200b3456\u200b7893', '9999991234567893'],
  ])('%s', (text, card) => expect(contactsOf(text)).toEqual([`card ${card}`]));

  it.each([
    '9999991234567890', // Luhn
    'заказ № 9999991234567893',
    'трек-номер: 9999 9912 3456 7893',
    '0000000000000000',
    'штрихкод 4006381333931',
    '4006381333931',
    '2026 1126 1800 0000',
    '4400 43** **** 1234',
  ])('leaves alone: %s', (text) => expect(contactsOf(text)).toEqual([]));
});

describe('accounts and wallets', () => {
  it.each([
    ['счёт KZ86125KZT5004100100', 'iban KZ86125KZT5004100100'],
    ['KZ86 125K ZT50 0410 0100', 'iban KZ86125KZT5004100100'],
    ['kz86125kzt5004100100', 'iban KZ86125KZT5004100100'],
    ['КZ86 125К ZТ5О О41О 01ОО'.replaceAll('О', '0'), 'iban KZ86125KZT5004100100'],
    ['DE89 3704 0044 0532 0130 00', 'iban DE89370400440532013000'],
    ['GB82WEST12345698765432', 'iban GB82WEST12345698765432'],
    ['USDT TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'wallet TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    ['ТR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'wallet TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    [
      'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
      'wallet bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    ],
    ['btc: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'wallet 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    [
      'eth 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      'wallet 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    ],
    [
      'EQDKbjIcfM6ezt8KjKJJLshZJJSqX7XOA4ff-W72r5gqPrHF',
      'wallet 0:ca6e321c7cce9ecedf0a8ca2492ec8592494aa5fb5ce0387dff96ef6af982a3e',
    ],
  ])('%s', (text, contact) => expect(contactsOf(text)).toEqual([contact]));

  it.each([
    'KZ87125KZT5004100100',
    'DE88370400440532013000',
    'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    'да39а3ее5е6b4b0d3255bfef95601890afd80709',
  ])('leaves alone: %s', (text) => expect(contactsOf(text)).toEqual([]));
});

describe('sums', () => {
  const sumsOf = (text: string) =>
    extract(text, NAMES).sums.map(
      ({ amountMinor, currency, per }) => `${amountMinor / 100} ${currency} ${per ?? '-'}`,
    );

  it.each([
    ['50-200 тыс ₸ в день', ['50000 KZT day', '200000 KZT day']],
    ['от 40 000 до 80 000 тг за смену', ['40000 KZT shift', '80000 KZT shift']],
    ['40 000 тг/ауысым', ['40000 KZT shift']],
    ['күніне 40 000 теңге', ['40000 KZT day']],
    ['күніне 20 мың теңгеден 40 мың теңгеге дейін', ['20000 KZT day', '40000 KZT day']],
    ['айына 500 000 ₸', ['500000 KZT month']],
    ['300к в день', ['300000 KZT day']],
    ['зп 300к', ['300000 KZT -']],
    ['$200 a day', ['200 USD day']],
    ['200$ в неделю', ['200 USD week']],
    ['earn 1,500 USD weekly', ['1500 USD week']],
    ['5000 руб/день', ['5000 RUB day']],
    ['150 т.р. в месяц', ['150000 RUB month']],
    ['1.5 млн тенге', ['1500000 KZT -']],
    ['500 USDT за перевод', ['500 USDT transfer']],
    ['әр аударым үшін 5000 тг', ['5000 KZT transfer']],
    ['карта на 3 дня = 300 тыс ₸', ['300000 KZT -']],
    ['€50 per shift', ['50 EUR shift']],
    ['1 500 000 тг', ['1500000 KZT -']],
    ['WHITE 0.5 — 2500₽', ['2500 RUB -']], // a weight and its price
    ['40 000 - 80 тыс тг', ['40000 KZT -', '80000 KZT -']],
  ])('%s', (text, sums) => expect(sumsOf(text)).toEqual(sums));

  it.each([
    '2к подписчиков',
    '1к квартира',
    '100500',
    'в 2026 году',
    '18:00-20:00',
    '8 701 123 45 67 тг канал',
    'группа 5Б, 3 района',
  ])('leaves alone: %s', (text) => expect(sumsOf(text)).toEqual([]));

  it.each([
    ['3% с оборота', [0.03]],
    ['3-5 процентов', [0.03, 0.05]],
    ['аударымның 10 пайызы', [0.1]],
    ['1,5 %', [0.015]],
    ['100% легально', [1]],
    ['200% прибыли', []],
  ])('%s', (text, shares) =>
    expect(extract(text, NAMES).shares.map(({ share }) => share)).toEqual(shares),
  );
});

describe('names', () => {
  const named = (text: string) => {
    const { banks, brands, cities } = extract(text, NAMES);
    return [...banks, ...brands, ...cities].map(({ id }) => id);
  };

  it.each([
    ['карта Kaspi', ['kaspi']],
    ['К@спи', ['kaspi']],
    ['Kаспи', ['kaspi']], // a Latin K
    ['K*spi', ['kaspi']],
    ['К а с п и', ['kaspi']],
    ['Каспийское море', []],
    ['Халық банкінің картасы', ['halyk']],
    ['Kr**en', ['kraken']],
    ['Me*a и Bla*kSp*ut', ['mega', 'blacksprut']],
    ['ТРЦ Mega', []],
    ['Kaspi Pay', ['kaspi', 'kaspi_pay']],
    ['есть OKX или Bybit', ['okx', 'bybit']],
    ['Алматыда, Астанаға, Шымкенттегі', ['almaty', 'astana', 'shymkent']],
    ['в Алма-Ате и Усть-Каменогорске', ['almaty', 'oskemen']],
    ['много молодых семей', []],
    ['Едем в Семей', ['semey']],
    ['он орал на всех', []],
    ['Орал қаласы', ['oral']],
    ['in Almaty and Astana', ['almaty', 'astana']],
    ['по МСК и СПБ', ['moscow', 'saint_petersburg']],
    ['Сбер, Тинькофф, ВТБ', ['sber', 'tbank', 'vtb']],
    ['Ищем людей в Каpаганде', ['karaganda']], // a Latin p
  ])('%s', (text, ids) => expect(named(text)).toEqual(ids));
});

describe('places', () => {
  it('are those of the text as it came', () => {
    const text = '🔥 Пиши\u200b 👉 8️⃣ 7О1 123 45 67 или @Rabota_Kz';
    expect(placesOf(text)).toEqual(['8️⃣ 7О1 123 45 67', '@Rabota_Kz']);
  });

  it('tell a contact every time it occurs, however often: one that is not told is not hidden', () => {
    expect(contactsOf('@rabota_kz, @rabota_kz')).toHaveLength(2);
    expect(contactsOf('@rabota_kz '.repeat(300))).toHaveLength(300);
    expect(contactsOf('@abcd '.repeat(TEXT_MOST)).length).toBeLessThanOrEqual(CONTACTS_MOST);
  });

  it('end where the text that is read ends', () => {
    const late = `${' '.repeat(TEXT_MOST)}@rabota_kz`;
    expect(contactsOf(late)).toEqual([]);
    expect(contactsOf(late.slice(20))).toEqual(['handle rabota_kz']);
  });
});
