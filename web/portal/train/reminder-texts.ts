import type { Texts } from '../say.ts';

export const REMINDER = {
  title: { ru: 'Чтобы не забыть', kk: 'Ұмытпау үшін', en: 'So that you do not forget' },
  why: {
    ru: 'Без повторения навык уходит за месяц. Минута через 1, 7 и 21 день его держит.',
    kk: 'Қайталамасаң, бір айда ұмытылады. 1, 7 және 21 күннен кейін бір минут жаттықсаң, есте қалады.',
    en: 'Without repeating, the skill is gone in a month. One minute after 1, 7 and 21 days keeps it.',
  },
  due: {
    ru: 'Пора повторить: 3 сообщения, одна минута.',
    kk: 'Қайталайтын кез келді: 3 хабарлама, бір минут.',
    en: 'Time to repeat: 3 messages, one minute.',
  },
  start: { ru: 'Повторить', kk: 'Қайталау', en: 'Repeat' },
  days: {
    ru: 'Дни повторения: {days}',
    kk: 'Қайталау күндері: {days}',
    en: 'Days to repeat: {days}',
  },
  calendar: { ru: 'Добавить в календарь', kk: 'Күнтізбеге қосу', en: 'Add to calendar' },
  notify: {
    ru: 'Напомнить на этом устройстве',
    kk: 'Осы құрылғыда еске салу',
    en: 'Remind me on this device',
  },
  notifyOn: {
    ru: 'Напомним, если страница будет открыта.',
    kk: 'Бет ашық тұрса, еске саламыз.',
    en: 'We will remind you if the page is open.',
  },
  notifyOff: {
    ru: 'Браузер не разрешил уведомления. Добавь дни в календарь.',
    kk: 'Браузер хабарламаға рұқсат бермеді. Күндерді күнтізбеге қос.',
    en: 'The browser did not allow notifications. Add the days to your calendar.',
  },
  honest: {
    ru: 'Учётной записи у тебя нет, поэтому написать тебе мы не можем. Надёжнее всего календарь.',
    kk: 'Сенің тіркелгің жоқ, сондықтан саған хат жаза алмаймыз. Ең сенімдісі күнтізбе.',
    en: 'You have no account, so we cannot write to you. The calendar is the surest way.',
  },
  eventTitle: {
    ru: 'Qorgan: минута повторения',
    kk: 'Qorgan: бір минут қайталау',
    en: 'Qorgan: a minute to repeat',
  },
  eventText: {
    ru: 'Три сообщения: ловушка или честно? {address}',
    kk: 'Үш хабарлама: қақпан ба, шынайы ұсыныс па? {address}',
    en: 'Three messages: a trap or genuine? {address}',
  },
} as const satisfies Texts;
