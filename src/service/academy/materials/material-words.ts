import type { Localized } from '../../../domain/language.ts';

/** What is printed beside the words of the lessons. */
export const MATERIAL_WORDS = {
  lessonPlan: { ru: 'План урока', kk: 'Сабақ жоспары', en: 'Lesson plan' },
  aim: { ru: 'Цель', kk: 'Мақсаты', en: 'Aim' },
  needs: { ru: 'Что понадобится', kk: 'Не керек', en: 'What you need' },
  says: { ru: 'Скажите', kk: 'Айтасыз', en: 'Say' },
  does: { ru: 'Сделайте', kk: 'Жасайсыз', en: 'Do' },
  notes: {
    ru: 'Заметки после урока',
    kk: 'Сабақтан кейінгі жазбалар',
    en: 'Notes after the lesson',
  },
  minutes: { ru: '{minutes} мин', kk: '{minutes} мин', en: '{minutes} min' },
  page: {
    ru: 'Страница {page} из {pages}',
    kk: '{pages} беттің {page}-беті',
    en: 'Page {page} of {pages}',
  },
  toClass: {
    ru: 'Откройте класс на портале',
    kk: 'Порталдан сынып ашыңыз',
    en: 'Open a class on the portal',
  },
  toPortal: {
    ru: 'Портал: проверить предложение, узнать закон, найти выход',
    kk: 'Портал: ұсынысты тексеру, заңды білу, шығар жол табу',
    en: 'The portal: check an offer, read the law, find a way out',
  },
  classTeacher: { ru: 'Классный руководитель', kk: 'Сынып жетекшісі', en: 'Class teacher' },
  day: { ru: 'Дата', kk: 'Күні', en: 'Date' },
  school: { ru: 'Школа, класс', kk: 'Мектеп, сынып', en: 'School, class' },
  scan: { ru: 'Наведи камеру', kk: 'Камераңды жақындат', en: 'Point your camera here' },
  motto: {
    ru: 'Открытая система против вербовки дропперов',
    kk: 'Дропперлікке азғыруға қарсы ашық жүйе',
    en: 'An open system against the recruiting of droppers',
  },
} as const satisfies Readonly<Record<string, Localized>>;
