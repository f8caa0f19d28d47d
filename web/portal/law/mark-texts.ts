import type { Texts } from '../say.ts';

/** Words beside every rule of law, here and on the page of those who gave their card. */
export const MARKS = {
  no: {
    ru: 'Юрист это с законом ещё не сверил.',
    kk: 'Мұны заңгер заңмен әлі салыстырған жоқ.',
    en: 'No lawyer has compared this with the law yet.',
  },
  yes: {
    ru: 'Сверено: {by}, {on}.',
    kk: 'Салыстырған: {by}, {on}.',
    en: 'Compared by {by}, {on}.',
  },
  source: { ru: 'Откуда это', kk: 'Бұл қайдан алынды', en: 'Where this is from' },
  article: { ru: 'статья {article}', kk: '{article}-бап', en: 'article {article}' },
  editionOf: {
    ru: 'Редакция от {date}.',
    kk: '{date} күнгі редакция.',
    en: 'Edition of {date}.',
  },
  edition: {
    ru: 'Мы читали редакцию от {date}. После неё закон мог измениться.',
    kk: 'Біз {date} күнгі редакциясын оқыдық. Содан кейін заң өзгерген болуы мүмкін.',
    en: 'We read the edition of {date}. The law may have changed since.',
  },
  unread: {
    ru: 'Сам текст мы не читали, только сообщения о нём.',
    kk: 'Мәтіннің өзін оқымадық, ол туралы хабарды ғана оқыдық.',
    en: 'We did not read the text itself, only reports of it.',
  },
} as const satisfies Texts;
