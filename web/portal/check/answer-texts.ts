import type { Localized } from '../../../src/domain/language.ts';
import type { Ask } from '../../../src/domain/post.ts';
import type { Texts } from '../say.ts';
import type { Verdict } from './verdict.ts';

/** What it looks like. Calm, about words, never about guilt. */
export const VERDICTS = {
  dropper: {
    title: {
      ru: 'Очень похоже на вербовку дропперов',
      kk: 'Дропперлікке азғыруға қатты ұқсайды',
      en: 'This looks very much like recruiting of droppers',
    },
    text: {
      ru: 'Такими словами выманивают карты и счета. Через них потом уводят чужие деньги. Твоей вины тут нет: тебе только написали.',
      kk: 'Мұндай сөздермен карта мен шотты қолға түсіреді. Сосын сол арқылы бөтеннің ақшасын өткізеді. Сенің кінәң жоқ: саған тек жазды.',
      en: 'Words like these are used to get cards and accounts. Stolen money is then moved through them. You have done nothing wrong: somebody only wrote to you.',
    },
  },
  drugs: {
    title: {
      ru: 'Похоже на объявление о наркотиках',
      kk: 'Есірткі туралы хабарландыруға ұқсайды',
      en: 'This looks like an ad about drugs',
    },
    text: {
      ru: 'За словами о лёгкой работе тут, похоже, стоят наркотики. Таких «курьеров» бросают первыми. Писать туда не надо.',
      kk: 'Жеңіл жұмыс деген сөздің артында есірткі тұрған сияқты. Мұндай «курьерлерді» бәрінен бұрын тастап кетеді. Оларға жазба.',
      en: 'Behind the words about easy work there seem to be drugs. Such “couriers” are the first to be left alone. Do not write there.',
    },
  },
  maybe_dropper: {
    title: {
      ru: 'Похоже на вербовку дропперов',
      kk: 'Дропперлікке азғыруға ұқсайды',
      en: 'This looks like recruiting of droppers',
    },
    text: {
      ru: 'Есть слова, с которых начинают такие истории. Я могу ошибаться. Не спеши и покажи это взрослому.',
      kk: 'Мұндай оқиға көбіне осындай сөзден басталады. Қателесуім мүмкін. Асықпай, үлкен кісіге көрсет.',
      en: 'It has words with which such stories begin. I may be wrong. Do not hurry, and show it to an adult.',
    },
  },
  maybe_drugs: {
    title: {
      ru: 'Возможно, за этим стоят наркотики',
      kk: 'Мұның артында есірткі болуы мүмкін',
      en: 'There may be drugs behind this',
    },
    text: {
      ru: 'Часть слов похожа на такие объявления. Я могу ошибаться. Не отвечай, пока не спросишь взрослого.',
      kk: 'Кейбір сөздері сондай хабарландыруға ұқсайды. Қателесуім мүмкін. Үлкен кісіден сұрамай жауап берме.',
      en: 'Some of the words are like those of such ads. I may be wrong. Do not answer before you ask an adult.',
    },
  },
  warning: {
    title: {
      ru: 'Похоже на предупреждение',
      kk: 'Ескертуге ұқсайды',
      en: 'This looks like a warning',
    },
    text: {
      ru: 'Здесь не зовут, а предостерегают. Но если в конце просят перевести деньги или назвать код, не верь.',
      kk: 'Мұнда шақырмайды, сақтандырады. Бірақ соңында ақша аудар не кодты айт десе, сенбе.',
      en: 'It does not invite, it warns. But if it ends by asking for money or a code, do not believe it.',
    },
  },
  news: {
    title: { ru: 'Похоже на новость', kk: 'Жаңалыққа ұқсайды', en: 'This looks like news' },
    text: {
      ru: 'Здесь рассказывают о том, что случилось. Если при этом просят карту, код или деньги, не верь.',
      kk: 'Мұнда болған оқиға айтылады. Бірақ сонымен бірге карта, код не ақша сұраса, сенбе.',
      en: 'It tells of something that happened. If it asks for a card, a code or money, do not believe it.',
    },
  },
  question: {
    title: {
      ru: 'Похоже на вопрос или разговор',
      kk: 'Сұраққа не әңгімеге ұқсайды',
      en: 'This looks like a question or a chat',
    },
    text: {
      ru: 'Предложения здесь не видно. Если тебе что-то предложили, вставь само сообщение.',
      kk: 'Мұнда ұсыныс көрінбейді. Саған бірдеңе ұсынса, сол хабарламаның өзін қой.',
      en: 'I see no offer here. If something was offered to you, paste that message itself.',
    },
  },
  advertising: {
    title: {
      ru: 'Похоже на обычную рекламу',
      kk: 'Кәдімгі жарнамаға ұқсайды',
      en: 'This looks like plain advertising',
    },
    text: {
      ru: 'На вербовку дропперов не похоже. Это не значит, что реклама честная.',
      kk: 'Дропперлікке азғыруға ұқсамайды. Бірақ жарнама адал деген сөз емес.',
      en: 'It is not like recruiting of droppers. That does not make it honest.',
    },
  },
  ordinary: {
    title: {
      ru: 'Признаков вербовки не видно',
      kk: 'Азғыру белгілері көрінбейді',
      en: 'I see no signs of recruiting',
    },
    text: {
      ru: 'По словам это похоже на обычное предложение. Слова проверить можно, а людей нет. Узнай, кто зовёт.',
      kk: 'Сөздеріне қарағанда, кәдімгі ұсынысқа ұқсайды. Сөзді тексеруге болады, адамды тексере алмаймын. Кім шақырып тұрғанын біл.',
      en: 'By its words it is like an ordinary offer. Words can be checked, people cannot. Find out who is asking.',
    },
  },
  unclear: {
    title: { ru: 'Не знаю', kk: 'Білмеймін', en: 'I do not know' },
    text: {
      ru: 'Часть слов настораживает, часть обычная. По тексту этого не решить. Задай вопросы ниже и посоветуйся.',
      kk: 'Кейбір сөзі күмәнді, кейбірі кәдімгі. Мәтінге қарап айту қиын. Төмендегі сұрақтарды қойып, ақылдас.',
      en: 'Some words are odd, some are ordinary. The text alone does not tell. Ask the questions below and talk to somebody.',
    },
  },
  too_short: {
    title: {
      ru: 'Слишком мало слов, не знаю',
      kk: 'Сөз тым аз, білмеймін',
      en: 'Too few words, I do not know',
    },
    text: {
      ru: 'Вставь сообщение целиком: что пишут, сколько платят и о чём просят.',
      kk: 'Хабарламаны толық қой: не жазады, қанша төлейді, не сұрайды.',
      en: 'Paste the whole message: what they write, what they pay and what they ask.',
    },
  },
  foreign: {
    title: {
      ru: 'Этот язык я не понимаю',
      kk: 'Бұл тілді түсінбеймін',
      en: 'I do not understand this language',
    },
    text: {
      ru: 'Я читаю по-казахски, по-русски и по-английски. Покажи текст тому, кому доверяешь.',
      kk: 'Мен қазақша, орысша, ағылшынша оқимын. Мәтінді сенетін адамыңа көрсет.',
      en: 'I read Kazakh, Russian and English. Show the text to somebody you trust.',
    },
  },
} as const satisfies Readonly<Record<Verdict, { title: Localized; text: Localized }>>;

/** What it wants of its reader. */
export const ASK_TEXTS = {
  card: { ru: 'твою карту', kk: 'картаңды', en: 'your card' },
  account: { ru: 'твой счёт', kk: 'банк шотыңды', en: 'your account' },
  merchant: {
    ru: 'ИП или фирму на твоё имя',
    kk: 'сенің атыңдағы ЖК не фирманы',
    en: 'a business in your name',
  },
  kyc: {
    ru: 'твоё лицо и документ для проверки',
    kk: 'тексеруге бетің мен құжатыңды',
    en: 'your face and papers for a check',
  },
  sim: { ru: 'твою сим-карту', kk: 'сим-картаңды', en: 'your SIM card' },
  page: {
    ru: 'твою страницу в соцсети',
    kk: 'әлеуметтік желідегі парақшаңды',
    en: 'your page on a social network',
  },
  cash_courier: {
    ru: 'возить чужие наличные',
    kk: 'бөтеннің қолма-қол ақшасын тасуды',
    en: 'to carry cash of strangers',
  },
  crypto_operator: {
    ru: 'пересылать чужие деньги',
    kk: 'бөтеннің ақшасын аударып отыруды',
    en: 'to pass on money of strangers',
  },
  drug_courier: {
    ru: 'носить и прятать чужое',
    kk: 'бөтеннің затын тасып, жасыруды',
    en: 'to carry and hide things for strangers',
  },
} as const satisfies Readonly<Record<Ask, Localized>>;

export const A = {
  asksTitle: {
    ru: 'Что им нужно от тебя',
    kk: 'Олар сенен не сұрайды',
    en: 'What they want of you',
  },
  wordsTitle: {
    ru: 'Слова, которые это выдают',
    kk: 'Сыр беретін сөздер',
    en: 'Words that give it away',
  },
  wordsTitleCalm: { ru: 'Что я прочёл', kk: 'Мен не оқыдым', en: 'What I read' },
  keyAsk: { ru: 'чего хотят', kk: 'не сұрайды', en: 'what they want' },
  keyTechnique: { ru: 'давление', kk: 'қысым', en: 'pressure' },
  keyWord: {
    ru: 'частое в таких текстах',
    kk: 'мұндай мәтінде жиі кездеседі',
    en: 'frequent in such texts',
  },
  pressureTitle: {
    ru: 'Как на тебя давят',
    kk: 'Саған қалай қысым жасайды',
    en: 'How they press you',
  },
  pressureTitleCalm: {
    ru: 'Обрати внимание',
    kk: 'Назар аудар',
    en: 'Look closely at this',
  },
  quote: { ru: '«{text}»', kk: '«{text}»', en: '“{text}”' },
  genuineTitle: {
    ru: 'Как выглядит честное предложение',
    kk: 'Шынайы ұсыныс қандай болады',
    en: 'What a genuine offer has',
  },
  genuineName: {
    ru: 'Есть название и адрес фирмы, их можно проверить.',
    kk: 'Фирманың аты мен мекенжайы бар, оны тексеруге болады.',
    en: 'A name and an address of a firm that you can check.',
  },
  genuinePay: {
    ru: 'Платят за твою работу, а не за карту или молчание.',
    kk: 'Картаң не үндемегенің үшін емес, еңбегің үшін төлейді.',
    en: 'You are paid for your work, not for a card or for silence.',
  },
  genuineContract: {
    ru: 'Есть договор. До 18 лет его видят родители.',
    kk: 'Шарт бар. 18-ге толмасаң, оны ата-анаң көреді.',
    en: 'There is a contract. Under 18, your parents see it.',
  },
  genuineTime: {
    ru: 'Можно подумать до завтра и с кем-то посоветоваться.',
    kk: 'Ертеңге дейін ойланып, біреумен ақылдасуға болады.',
    en: 'You may think until tomorrow and ask somebody.',
  },
  nowTitle: { ru: 'Что делать сейчас', kk: 'Қазір не істеу керек', en: 'What to do now' },
  nowSilent: {
    ru: 'Не отвечай и ничего не отправляй.',
    kk: 'Жауап берме, ештеңе жіберме.',
    en: 'Do not answer and send nothing.',
  },
  nowKeep: {
    ru: 'Сохрани переписку: сделай скриншот.',
    kk: 'Чатты сақта: скриншот жаса.',
    en: 'Keep the chat: take a screenshot.',
  },
  nowTell: {
    ru: 'Покажи взрослому, которому веришь.',
    kk: 'Сенетін үлкен кісіге көрсет.',
    en: 'Show it to an adult you trust.',
  },
  nowReport: {
    ru: 'Сообщи о нём, чтобы не попались другие.',
    kk: 'Басқалар алданып қалмасын, хабарла.',
    en: 'Report it, so that others are not caught.',
  },
  nowAsk: {
    ru: 'Спроси: кто вы, за что платите, где договор?',
    kk: 'Сұра: сіз кімсіз, не үшін төлейсіз, шарт қайда?',
    en: 'Ask: who are you, what do you pay for, where is the contract?',
  },
  nowWait: {
    ru: 'Не давай карту, код и документы, пока не узнаешь.',
    kk: 'Анығын білмей карта, код, құжат берме.',
    en: 'Give no card, code or papers until you know.',
  },
  report: {
    ru: 'Сообщить с этим текстом',
    kk: 'Осы мәтінмен хабарлау',
    en: 'Report with this text',
  },
  gave: {
    ru: 'А если «да» уже сказано?',
    kk: 'Келісіп қойдың ба?',
    en: 'Have you already said yes?',
  },
  train: { ru: 'Потренироваться', kk: 'Жаттығып көру', en: 'Practise' },
  honestTitle: {
    ru: 'Насколько мне верить?',
    kk: 'Маған қаншалықты сенуге болады?',
    en: 'How far to trust me?',
  },
  honest: {
    ru: 'Я смотрю только на слова и ошибаюсь в обе стороны. Хитрое предложение я могу пропустить, честное зря заподозрить. Решаешь ты, а не я.',
    kk: 'Мен тек сөзге қараймын, екі жаққа да қателесемін. Айлалы ұсынысты байқамай, адалынан бекер күдіктенуім мүмкін. Мен емес, өзің шешесің.',
    en: 'I look at words only and err both ways. I may miss a sly offer or doubt an honest one. You decide, not I.',
  },
} as const satisfies Texts;
