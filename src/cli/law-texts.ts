import type { Localized } from '../domain/language.ts';

/** What `qorgan law` says. */
export const LAW_TEXTS = {
  'law.state.changed': { ru: 'ИЗМЕНЕНА      ', kk: 'ӨЗГЕРГЕН       ', en: 'CHANGED       ' },
  'law.state.vanished': { ru: 'ИСЧЕЗЛА       ', kk: 'ЖОҒАЛҒАН       ', en: 'VANISHED      ' },
  'law.state.ambiguous': { ru: 'НЕСКОЛЬКО     ', kk: 'БІРНЕШЕУ       ', en: 'SEVERAL TEXTS ' },
  'law.state.never': { ru: 'не сверялась  ', kk: 'салыстырылмаған', en: 'never compared' },
  'law.state.not_here': { ru: 'нет в папке   ', kk: 'қалтада жоқ    ', en: 'not in folder ' },
  'law.state.same': { ru: 'без изменений ', kk: 'өзгеріссіз     ', en: 'unchanged     ' },
  'law.row': {
    ru: '{state} {act} {article}{language}',
    kk: '{state} {act} {article}{language}',
    en: '{state} {act} {article}{language}',
  },
  'law.parts': {
    ru: '    изменились части: {parts}',
    kk: '    өзгерген бөліктер: {parts}',
    en: '    parts that changed: {parts}',
  },
  'law.places': { ru: '    где: {places}', kk: '    қайда: {places}', en: '    where: {places}' },
  'law.provisions': {
    ru: '    перепишите или подтвердите: {ids}',
    kk: '    қайта жазыңыз немесе растаңыз: {ids}',
    en: '    write anew or confirm: {ids}',
  },
  'law.stand': {
    ru: '    стоят на ней: {ids}',
    kk: '    соған сүйенеді: {ids}',
    en: '    stand on it: {ids}',
  },
  'law.sum': {
    ru: 'Статей: {articles}; изменены {changed}, исчезли {vanished}, несколько текстов {ambiguous}, не сверялись {never}, нет в папке {not_here}, без изменений {same}. Файлов прочитано: {ours} из {files}.',
    kk: 'Баптар: {articles}; өзгерген {changed}, жоғалған {vanished}, бірнеше мәтін {ambiguous}, салыстырылмаған {never}, қалтада жоқ {not_here}, өзгеріссіз {same}. Оқылған файлдар: {files} ішінен {ours}.',
    en: 'Articles: {articles}; changed {changed}, vanished {vanished}, several texts {ambiguous}, never compared {never}, not in folder {not_here}, unchanged {same}. Files read: {ours} of {files}.',
  },
  'law.passed': {
    ru: 'Пропущен файл: {file}',
    kk: 'Файл өткізіп жіберілді: {file}',
    en: 'File passed over: {file}',
  },
  'law.recorded': {
    ru: 'Записано: {file}. Впишите edition и замените им data/law/{country}/article-texts.yaml, когда сверите нормы.',
    kk: 'Жазылды: {file}. Нормаларды салыстырған соң edition мәнін жазып, data/law/{country}/article-texts.yaml орнына қойыңыз.',
    en: 'Recorded: {file}. Write edition in and put it in the place of data/law/{country}/article-texts.yaml once the provisions are compared.',
  },
} as const satisfies Record<string, Localized>;
