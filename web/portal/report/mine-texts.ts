import type { Texts } from '../say.ts';

/** What becomes of a report, and the talk about it. */
export const M = {
  title: { ru: 'Моё сообщение', kk: 'Менің хабарламам', en: 'My report' },
  lead: {
    ru: 'Введите код, который вы получили после отправки.',
    kk: 'Жібергеннен кейін берілген кодты енгізіңіз.',
    en: 'Type the code that you got after sending.',
  },
  code: { ru: 'Код сообщения', kk: 'Бақылау коды', en: 'Code of the report' },
  codeHint: {
    ru: '16 букв и цифр, например 7KQ4-M2XD-9TRA-VC3H',
    kk: '16 әріп пен сан, мысалы 7KQ4-M2XD-9TRA-VC3H',
    en: '16 letters and digits, such as 7KQ4-M2XD-9TRA-VC3H',
  },
  show: { ru: 'Показать', kk: 'Көрсету', en: 'Show' },
  kept: { ru: 'На этом устройстве', kk: 'Осы құрылғыда', en: 'On this device' },
  forget: { ru: 'Забыть код {code}', kk: '{code} кодын өшіру', en: 'Forget code {code}' },
  sentAt: { ru: 'Отправлено {when}', kk: 'Жіберілген уақыты: {when}', en: 'Sent {when}' },
  wrongCode: {
    ru: 'Проверьте код: в нём 16 букв и цифр.',
    kk: 'Кодты тексеріңіз: онда 16 әріп пен сан бар.',
    en: 'Look at the code again: it has 16 letters and digits.',
  },
  talk: { ru: 'Вопросы и ответы', kk: 'Сұрақтар мен жауаптар', en: 'Questions and answers' },
  talkNone: {
    ru: 'Вопросов пока нет. Зайдите через день-два.',
    kk: 'Әзірге сұрақ жоқ. Бір-екі күннен кейін кіріңіз.',
    en: 'No questions yet. Come back in a day or two.',
  },
  reader: { ru: 'Сотрудник', kk: 'Қызметкер', en: 'Staff' },
  you: { ru: 'Вы', kk: 'Сіз', en: 'You' },
  answer: {
    ru: 'Ответить или дополнить',
    kk: 'Жауап беру не толықтыру',
    en: 'Answer, or add something',
  },
  answerHint: {
    ru: 'Сотрудник не видит, кто вы.',
    kk: 'Қызметкер сіздің кім екеніңізді көрмейді.',
    en: 'The staff do not see who you are.',
  },
  send: { ru: 'Отправить', kk: 'Жіберу', en: 'Send' },
  answered: { ru: 'Ответ отправлен', kk: 'Жауап жіберілді', en: 'Your answer was sent' },
  muted: {
    ru: 'К этому сообщению больше ничего нельзя добавить.',
    kk: 'Бұл хабарламаға енді ештеңе қосуға болмайды.',
    en: 'Nothing more can be added to this report.',
  },
  full: {
    ru: 'Здесь больше нет места. Если есть новое, отправьте ещё одно сообщение.',
    kk: 'Мұнда орын қалмады. Жаңа мәлімет болса, тағы бір хабарлама жіберіңіз.',
    en: 'There is no more room here. If there is news, send another report.',
  },
  pictures: {
    ru: 'Снимков приложено: {n}',
    kk: 'Қосылған сурет: {n}',
    en: 'Screenshots added: {n}',
  },
  pictureTaken: { ru: 'Снимок принят', kk: 'Сурет қабылданды', en: 'The screenshot was taken' },
  offline: {
    ru: 'Нет сети или сервер не отвечает. Ничего не отправлено.',
    kk: 'Желі жоқ не сервер жауап бермейді. Ештеңе жіберілген жоқ.',
    en: 'There is no network, or the server does not answer. Nothing was sent.',
  },
  failed: { ru: 'Не получилось', kk: 'Болмады', en: 'It did not work' },
  toForm: { ru: 'Новое сообщение', kk: 'Жаңа хабарлама', en: 'New report' },
} as const satisfies Texts;
