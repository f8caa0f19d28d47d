import type { Texts } from '../say.ts';

export const K = {
  title: {
    ru: 'Попадались ли эти номера и имена раньше?',
    kk: 'Бұл нөмір не ат бұрын кездескен бе?',
    en: 'Have these numbers and names been seen before?',
  },
  offer: {
    ru: 'Могу спросить у сервера. Сам номер или имя я не отправлю.',
    kk: 'Серверден сұрай аламын. Нөмірдің не аттың өзін жібермеймін.',
    en: 'I can ask the server. The number or name itself is not sent.',
  },
  ask: { ru: 'Спросить', kk: 'Сұрау', en: 'Ask' },
  asking: {
    ru: 'Считаю и спрашиваю…',
    kk: 'Есептеп, сұрап жатырмын…',
    en: 'Computing and asking…',
  },
  known: {
    ru: 'был в объявлениях, которые человек признал вербовкой',
    kk: 'адам азғыру деп таныған хабарландыруда болған',
    en: 'stood in posts that a person judged to be recruiting',
  },
  unknown: {
    ru: 'не встречался. Это ещё не значит, что он надёжный',
    kk: 'кездеспеген. Бірақ бұл сенімді деген сөз емес',
    en: 'has not been seen. That does not make it safe',
  },
  failed: {
    ru: 'Спросить не удалось. Проверь связь и попробуй позже.',
    kk: 'Сұрай алмадым. Байланысты тексеріп, кейін қайтала.',
    en: 'I could not ask. Look at your connection and try later.',
  },
  notHere: {
    ru: 'Здесь спросить нельзя: страница открыта без https.',
    kk: 'Мұнда сұрауға болмайды: бет https-сіз ашылған.',
    en: 'Asking is not possible here: the page came without https.',
  },
  howTitle: {
    ru: 'Что узнает сервер?',
    kk: 'Сервер не біледі?',
    en: 'What does the server learn?',
  },
  how: {
    ru: 'Телефон считает из номера длинный код. Серверу уходят три первых знака. Такие же три знака у десятков тысяч номеров. Сервер присылает все похожие коды, и телефон сам ищет среди них твой. Запрос нигде не записывается.',
    kk: 'Телефон нөмірден ұзын код есептейді. Серверге оның алғашқы үш таңбасы ғана кетеді. Ондаған мың нөмірдің басы сондай. Сервер ұқсас кодтың бәрін жібереді, телефон керегін өзі іздейді. Сұрау еш жерге жазылмайды.',
    en: 'Your phone computes a long code from the number. The server gets its first three characters. Tens of thousands of numbers share them. The server sends all codes like it, and your phone looks for yours. The request is written down nowhere.',
  },
} as const satisfies Texts;
