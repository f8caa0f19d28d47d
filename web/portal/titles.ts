import type { Localized } from '../../src/domain/language.ts';
import type { PageName } from './pages.ts';

/** What the pages are called, where they are linked and at their heads: here, so that a link does not load its page's texts. */
export const TITLES: Readonly<Record<PageName, Localized>> = {
  check: { ru: 'Проверить предложение', kk: 'Ұсынысты тексеру', en: 'Check an offer' },
  train: { ru: 'Потренироваться', kk: 'Жаттығып көру', en: 'Practise' },
  exit: { ru: 'Карта уже у чужих', kk: 'Картамды беріп қойдым', en: 'I already gave my card' },
  report: { ru: 'Сообщить о вербовке', kk: 'Азғыру туралы хабарлау', en: 'Report recruiting' },
  law: { ru: 'Что говорит закон', kk: 'Заң не дейді', en: 'What the law says' },
  held: { ru: 'Мой платёж остановили', kk: 'Төлемім тоқтатылды', en: 'My payment was stopped' },
  class: { ru: 'Учителю', kk: 'Мұғалімге', en: 'For teachers' },
  figures: { ru: 'Открытые цифры', kk: 'Ашық деректер', en: 'Open figures' },
};
