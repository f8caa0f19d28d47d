export const FILE_TEXTS = {
  files: { ru: 'Файлы дела', kk: 'Іс файлдары', en: 'Files of the case' },
  filesNone: { ru: 'Файлов нет', kk: 'Файл жоқ', en: 'No files' },
  dropHere: {
    ru: 'Перетащите файлы сюда',
    kk: 'Файлдарды осында тастаңыз',
    en: 'Drop files here',
  },
  sealed: {
    ru: 'Хранится зашифрованным; сумма проверяется при каждом чтении.',
    kk: 'Шифрланып сақталады; бақылау сомасы әр оқылғанда тексеріледі.',
    en: 'Kept encrypted; the sum is checked at every reading.',
  },
  added: { ru: 'Приложен: {name}', kk: 'Тіркелді: {name}', en: 'Added: {name}' },
  size: { ru: '{n} КБ', kk: '{n} КБ', en: '{n} KB' },
  download: { ru: 'Скачать', kk: 'Жүктеп алу', en: 'Download' },
  sumRight: {
    ru: 'SHA-256 скачанного совпал',
    kk: 'Жүктелген файлдың SHA-256 сәйкес келді',
    en: 'The SHA-256 of the download is right',
  },
  sumWrong: {
    ru: 'SHA-256 скачанного не совпал: не используйте файл',
    kk: 'Жүктелген файлдың SHA-256 сәйкес келмеді: файлды пайдаланбаңыз',
    en: 'The SHA-256 of the download is wrong: do not use the file',
  },
  'state.whole': { ru: 'цел', kk: 'бүтін', en: 'whole' },
  'state.changed': { ru: 'изменён на диске', kk: 'дискіде өзгерген', en: 'changed on the disk' },
  'state.missing': { ru: 'пропал с диска', kk: 'дискіден жоғалған', en: 'gone from the disk' },
  changedAbout: {
    ru: 'То, что лежит на диске, — не то, что приложили. Файл не выдаётся. Сообщите администратору и восстановите из копии.',
    kk: 'Дискідегі файл тіркелген файл емес. Ол берілмейді. Әкімшіге хабарлап, көшірмеден қалпына келтіріңіз.',
    en: 'What lies on the disk is not what was taken in. It is not served. Tell your administrator and restore it from a backup.',
  },
  checkedAt: { ru: 'проверен {at}', kk: 'тексерілген уақыты: {at}', en: 'checked {at}' },
} as const;
