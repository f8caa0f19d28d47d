import type { ErrorEntry } from './entry.ts';

/** Requests to take a page down, and sealed copies that go with them. */
export const TAKEDOWN_ERRORS = {
  QRG_TAKEDOWN_ACCUSES: {
    status: 422,
    message: {
      ru: 'Письмо не обвиняет людей: «{word}»',
      kk: 'Хат ешкімді айыптамайды: «{word}»',
      en: 'A letter accuses nobody: “{word}”',
    },
    hint: {
      ru: 'Пишите о содержании страницы, а не о вине человека',
      kk: 'Адамның кінәсі туралы емес, беттің мазмұны туралы жазыңыз',
      en: 'Write of what the page says, not of anybody’s guilt',
    },
  },
  QRG_TAKEDOWN_ADDRESS: {
    status: 422,
    message: {
      ru: 'У объявления нет адреса страницы, просить об удалении нечего',
      kk: 'Хабарландырудың бет мекенжайы жоқ, жоюды сұрау мүмкін емес',
      en: 'The post has no address of a page, so there is nothing to ask for',
    },
  },
  QRG_TAKEDOWN_APPEALS: {
    status: 409,
    message: {
      ru: 'По этому обращению уже {most} возражений',
      kk: 'Бұл өтініш бойынша {most} қарсылық тіркелген',
      en: 'This request has {most} appeals already',
    },
  },
  QRG_TAKEDOWN_APPEAL_DECIDED: {
    status: 409,
    message: {
      ru: 'Возражение уже рассмотрено',
      kk: 'Қарсылық қаралып қойған',
      en: 'The appeal has been decided',
    },
  },
  QRG_TAKEDOWN_APPEAL_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого возражения',
      kk: 'Мұндай қарсылық жоқ',
      en: 'There is no such appeal',
    },
  },
  QRG_TAKEDOWN_CAPTURE: {
    status: 422,
    message: {
      ru: 'Эта копия не от этого объявления',
      kk: 'Бұл көшірме осы хабарландырудікі емес',
      en: 'That copy is not of this post',
    },
  },
  QRG_TAKEDOWN_CAPTURE_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такой копии',
      kk: 'Мұндай көшірме жоқ',
      en: 'There is no such copy',
    },
  },
  QRG_TAKEDOWN_CHANNEL: {
    status: 422,
    message: {
      ru: 'Нет такого канала: {channel}',
      kk: 'Мұндай арна жоқ: {channel}',
      en: 'There is no such channel: {channel}',
    },
  },
  QRG_TAKEDOWN_COPY: {
    status: 409,
    message: {
      ru: 'На странице сейчас нет объявления, копия сохранена, но письму не подходит',
      kk: 'Бетте қазір хабарландыру жоқ, көшірме сақталды, бірақ хатқа жарамайды',
      en: 'The page does not show the post now; the copy is kept, but does for no letter',
    },
    hint: {
      ru: 'Возьмите более раннюю копию или отзовите обращение',
      kk: 'Бұрынғы көшірмені алыңыз немесе өтінішті кері қайтарыңыз',
      en: 'Take an earlier copy, or withdraw the request',
    },
  },
  QRG_TAKEDOWN_DRAFTER: {
    status: 403,
    message: {
      ru: 'Текст правит только тот, кто его составил',
      kk: 'Мәтінді тек оны жазған адам түзетеді',
      en: 'Only who drafted the text changes it',
    },
    hint: {
      ru: 'Иначе второй человек утвердил бы собственные слова',
      kk: 'Әйтпесе екінші адам өз сөзін өзі бекітер еді',
      en: 'Else the second person would approve their own words',
    },
  },
  QRG_TAKEDOWN_EDITED: {
    status: 409,
    message: {
      ru: 'После разметки текст объявления изменили',
      kk: 'Белгіленгеннен кейін хабарландыру мәтіні өзгертілген',
      en: 'The post was edited after it was labelled',
    },
    hint: {
      ru: 'Прочитайте его заново и разметьте',
      kk: 'Оны қайта оқып, қайта белгілеңіз',
      en: 'Read it again and label it',
    },
  },
  QRG_TAKEDOWN_EXISTS: {
    status: 409,
    message: {
      ru: 'По этому каналу уже есть обращение № {id}',
      kk: 'Бұл арна бойынша № {id} өтініш бар',
      en: 'There is a request by this channel already, No. {id}',
    },
  },
  QRG_TAKEDOWN_GROUND: {
    status: 422,
    message: {
      ru: 'Это основание не подходит каналу или объявлению',
      kk: 'Бұл негіз арнаға немесе хабарландыруға сай келмейді',
      en: 'The ground fits neither the channel nor the post',
    },
  },
  QRG_TAKEDOWN_LETTER: {
    status: 422,
    message: {
      ru: 'В письме не заполнено: {places}',
      kk: 'Хатта толтырылмаған жер бар: {places}',
      en: 'The letter has places that are not filled: {places}',
    },
    hint: {
      ru: 'Запечатайте копию или верните место в текст',
      kk: 'Көшірмені мөрлеңіз немесе мәтінді түзетіңіз',
      en: 'Seal a copy, or mend the text',
    },
  },
  QRG_TAKEDOWN_LETTER_BARE: {
    status: 422,
    message: {
      ru: 'В письме нет адреса страницы или SHA-256 пакета',
      kk: 'Хатта бет мекенжайы немесе пакеттің SHA-256 мәні жоқ',
      en: 'The letter names no address of the page, or no SHA-256 of the package',
    },
    hint: {
      ru: 'Без них адресат не найдёт страницу и не сверит копию',
      kk: 'Онсыз адресат бетті таппайды, көшірмені тексере алмайды',
      en: 'Without them the addressee can neither find the page nor check the copy',
    },
  },
  QRG_TAKEDOWN_NOT_SENT: {
    status: 409,
    message: {
      ru: 'Обращение не отправляли, отзывать нечего',
      kk: 'Өтініш жіберілмеген, кері қайтарып алатын ештеңе жоқ',
      en: 'The request was not sent, so nothing is withdrawn',
    },
  },
  QRG_TAKEDOWN_NO_ANSWER: {
    status: 502,
    message: {
      ru: 'Страница сейчас не отвечает, копию снять нельзя',
      kk: 'Бет қазір жауап бермейді, көшірме алу мүмкін емес',
      en: 'The page does not answer now, so no copy can be taken',
    },
    hint: {
      ru: 'Попробуйте позже или возьмите более раннюю копию',
      kk: 'Кейінірек көріңіз немесе бұрынғы көшірмені алыңыз',
      en: 'Try later, or take an earlier copy',
    },
  },
  QRG_TAKEDOWN_NO_APPEAL: {
    status: 409,
    message: {
      ru: 'Нет возражения, которое ждёт решения',
      kk: 'Шешім күтіп тұрған қарсылық жоқ',
      en: 'No appeal waits for a decision',
    },
  },
  QRG_TAKEDOWN_PERSON: {
    status: 403,
    message: {
      ru: 'Это решает человек, а не программа',
      kk: 'Мұны бағдарлама емес, адам шешеді',
      en: 'A person decides this, not a program',
    },
  },
  QRG_TAKEDOWN_POST: {
    status: 409,
    message: {
      ru: 'Просить можно об удалении того, что человек признал незаконным предложением',
      kk: 'Адам заңсыз ұсыныс деп таныған хабарландыруды ғана жоюды сұрауға болады',
      en: 'Removal may be asked of what a person found to be an unlawful offer',
    },
    hint: {
      ru: 'Разметьте объявление: вид и «предложение»',
      kk: 'Хабарландыруды белгілеңіз: түрі және «ұсыныс»',
      en: 'Label the post: its kind, and that it offers',
    },
  },
  QRG_TAKEDOWN_ROLE: {
    status: 403,
    message: {
      ru: 'Вашей роли это не разрешено: {act}',
      kk: 'Рөліңізге бұл әрекетке рұқсат жоқ: {act}',
      en: 'Your role may not do this: {act}',
    },
  },
  QRG_TAKEDOWN_SAME_PERSON: {
    status: 403,
    message: {
      ru: 'Это делает другой человек: {act}',
      kk: 'Мұны басқа адам жасауға тиіс: {act}',
      en: 'Another person has to do this: {act}',
    },
    hint: {
      ru: 'Кто составил, тот не отправляет; кто составил или отправил, тот не рассматривает возражения',
      kk: 'Жазған адам жібермейді; жазған не жіберген адам қарсылықты қарамайды',
      en: 'Who drafted does not send; who drafted or sent does not decide an appeal',
    },
  },
  QRG_TAKEDOWN_STATE: {
    status: 409,
    message: {
      ru: 'В состоянии «{state}» это невозможно: {act}',
      kk: '«{state}» күйінде бұл мүмкін емес: {act}',
      en: 'Not possible in state {state}: {act}',
    },
  },
  QRG_TAKEDOWN_TIME: {
    status: 422,
    message: {
      ru: 'Время вне допустимого: не раньше обращения и не в будущем',
      kk: 'Уақыт қате: өтініштен ерте де, болашақта да болмауы керек',
      en: 'The time is before the request or in the future',
    },
  },
  QRG_TAKEDOWN_UNKNOWN: {
    status: 404,
    message: {
      ru: 'Нет такого обращения',
      kk: 'Мұндай өтініш жоқ',
      en: 'There is no such request',
    },
  },
  QRG_TAKEDOWN_UNSEALED: {
    status: 409,
    message: {
      ru: 'Сначала запечатайте копию страницы',
      kk: 'Алдымен беттің көшірмесін мөрлеңіз',
      en: 'Seal a copy of the page first',
    },
  },
  QRG_TAKEDOWN_VERSION: {
    status: 412,
    message: {
      ru: 'Обращение уже изменил кто-то другой',
      kk: 'Бұл өтінішті басқа біреу өзгертіп қойған',
      en: 'Somebody else has changed this request meanwhile',
    },
    hint: {
      ru: 'Откройте его заново',
      kk: 'Оны қайта ашыңыз',
      en: 'Open it again',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
