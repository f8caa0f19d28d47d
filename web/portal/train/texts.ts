import type { Texts } from '../say.ts';

export const T = {
  lead: {
    ru: 'Читай переписку и отвечай. В одних чатах ловушка, в других честные люди. Где что, заранее не видно.',
    kk: 'Хаттарды оқып, жауап бер. Бір чатта қақпан бар, бірінде адал адамдар. Қайсысы екені алдын ала білінбейді.',
    en: 'Read the chat and answer. Some chats are traps, in others people are honest. You cannot tell beforehand.',
  },
  scenes: { ru: 'Сцены', kk: 'Көріністер', en: 'Scenes' },
  played: { ru: 'Сыграно: {n} из {all}', kk: 'Ойналды: {n}/{all}', en: 'Played: {n} of {all}' },
  done: { ru: 'Сыграно', kk: 'Ойналды', en: 'Played' },
  goOn: { ru: 'Продолжить', kk: 'Жалғастыру', en: 'Go on' },
  minutes: { ru: '{n} мин', kk: '{n} мин', en: '{n} min' },
  simple: { ru: 'Проще и крупнее', kk: 'Жеңіл нұсқа, ірі әріп', en: 'Simpler and larger' },
  simpleHint: {
    ru: 'Меньше ответов, сообщения ждут тебя',
    kk: 'Жауабы азырақ, хабарламалар сені күтеді',
    en: 'Fewer answers, messages wait for you',
  },
  more: { ru: 'Короткие упражнения', kk: 'Қысқа жаттығулар', en: 'Short exercises' },
  eye: { ru: 'Назови приём', kk: 'Айла-тәсілді ата', en: 'Name the technique' },
  eyeText: {
    ru: 'Как на тебя давят? 6 фраз, 2 минуты.',
    kk: 'Саған қалай қысым жасап тұр? 6 сөйлем, 2 минут.',
    en: 'How are they pressing you? 6 lines, 2 minutes.',
  },
  booster: { ru: 'Повторение на минуту', kk: 'Бір минуттық қайталау', en: 'One-minute refresher' },
  boosterText: {
    ru: '3 сообщения, чтобы не забыть.',
    kk: 'Ұмытпау үшін 3 хабарлама.',
    en: '3 messages, so that you do not forget.',
  },
  failed: {
    ru: 'Сцены не загрузились',
    kk: 'Көріністер жүктелмеді',
    en: 'The scenes did not load',
  },
  failedText: {
    ru: 'Проверь связь и попробуй ещё раз.',
    kk: 'Байланысты тексеріп, қайта көр.',
    en: 'Look at your connection and try again.',
  },
  loading: { ru: 'Загружаем…', kk: 'Жүктеліп жатыр…', en: 'Loading…' },
  again: { ru: 'Ещё раз', kk: 'Қайталау', en: 'Try again' },
  noScene: { ru: 'Такой сцены нет', kk: 'Мұндай көрініс жоқ', en: 'There is no such scene' },
  keep: {
    ru: 'Результаты хранятся только на этом устройстве. Мы их не видим.',
    kk: 'Нәтиже тек осы құрылғыда сақталады. Біз оны көрмейміз.',
    en: 'Results stay on this device only. We do not see them.',
  },
  forget: { ru: 'Забыть всё', kk: 'Бәрін ұмыту', en: 'Forget everything' },
  forgetSure: {
    ru: 'Стереть результаты и начать сначала?',
    kk: 'Нәтижені өшіріп, басынан бастайсың ба?',
    en: 'Erase the results and start over?',
  },
  forgetYes: { ru: 'Да, стереть', kk: 'Иә, өшіру', en: 'Yes, erase' },
  forgetNo: { ru: 'Оставить', kk: 'Қалдыру', en: 'Keep them' },
  forgotten: {
    ru: 'Готово. На устройстве ничего не осталось.',
    kk: 'Дайын. Құрылғыда ештеңе қалған жоқ.',
    en: 'Done. Nothing is left on the device.',
  },
} as const satisfies Texts;
