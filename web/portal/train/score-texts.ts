import type { Texts } from '../say.ts';

export const SCORE = {
  title: { ru: 'Как ты различаешь', kk: 'Қалай ажыратасың', en: 'How well you tell them apart' },
  hits: {
    ru: 'Ловушки узнаны: {n} из {all}',
    kk: 'Танылған қақпан: {n}/{all}',
    en: 'Traps seen: {n} of {all}',
  },
  alarms: {
    ru: 'Честное принято за ловушку: {n} из {all}',
    kk: 'Адал ұсыныстан бекер күдіктену: {n}/{all}',
    en: 'Honest taken for a trap: {n} of {all}',
  },
  noneOfKind: {
    ru: 'Сыграй ещё: пока попались сцены только одного вида.',
    kk: 'Тағы ойна: әзірге көріністің бір түрі ғана кездесті.',
    en: 'Play some more: so far you met scenes of one kind only.',
  },
  early: {
    ru: 'Пока рано судить. После {n} сцен скажем точнее.',
    kk: 'Әзірге айтуға ерте. Ойналған көрініс {n} болғанда дәлірек айтамыз.',
    en: 'Too early to say. After {n} scenes we can tell better.',
  },
  high: {
    ru: 'Ты хорошо отличаешь ловушки от честных предложений.',
    kk: 'Қақпан мен шынайы ұсынысты жақсы ажыратасың.',
    en: 'You tell traps and honest offers apart well.',
  },
  middle: {
    ru: 'Часто получается. Ещё немного практики.',
    kk: 'Көбіне дұрыс табасың. Тағы сәл жаттық.',
    en: 'Often you get it right. A little more practice.',
  },
  low: {
    ru: 'Пока трудно. Перечитай разборы: там видно, на что смотреть.',
    kk: 'Әзірге қиын. Талдауды қайта оқы: неге қарау керегі сонда.',
    en: 'It is still hard. Read the notes again: they show what to look at.',
  },
  suspicious: {
    ru: 'Ты не доверяешь и честным людям. Это понятно, но сначала проверь: позвони, спроси, посмотри договор.',
    kk: 'Адал адамдарға да сенбейсің. Түсінікті, бірақ әуелі тексер: қоңырау шал, сұра, шартын көр.',
    en: 'You do not trust honest people either. That is understandable, but check first: call, ask, read the contract.',
  },
  trusting: {
    ru: 'Ты часто веришь сразу. Возьми паузу и спроси кого-нибудь из взрослых.',
    kk: 'Көбіне бірден сенесің. Сәл кідіріп, үлкен кісіден сұра.',
    en: 'You often trust at once. Take a pause and ask an adult.',
  },
  how: { ru: 'Как это считается', kk: 'Бұл қалай есептеледі', en: 'How it is counted' },
  howText: {
    ru: 'Доля узнанных ловушек минус доля честных, принятых за ловушку. 100 значит: всё верно. 0 значит: наугад. Считается первая игра каждой сцены.',
    kk: 'Танылған қақпандар үлесінен бекер күдік үлесін шегереміз. 100 болса, бәрі дұрыс. 0 болса, жай болжау. Әр көріністің бірінші ойыны есептеледі.',
    en: 'The share of traps seen, minus the share of honest offers taken for traps. 100 means all right, 0 means guessing. The first play of each scene counts.',
  },
  value: {
    ru: 'Сейчас: {value}. Сцен мало, поэтому точнее сказать нельзя: от {low} до {high}.',
    kk: 'Қазір: {value}. Көрініс аз, сондықтан шамасы мынадай: {low} … {high}.',
    en: 'Now: {value}. The scenes are few, so all we can say is: from {low} to {high}.',
  },
} as const satisfies Texts;
