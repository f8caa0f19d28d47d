import type { ErrorEntry } from './entry.ts';

/** Reports and messages to other houses, and the schemas they are held to. */
export const EXCHANGE_ERRORS = {
  QRG_GOAML_REPORTER: {
    status: 422,
    message: {
      ru: 'У организации «{institution}» нет номера в подразделении финансовой разведки: {fiu}',
      kk: '«{institution}» ұйымының қаржы барлау бөлімшесінде нөмірі жоқ: {fiu}',
      en: 'The institution “{institution}” has no number at the financial intelligence unit: {fiu}',
    },
    hint: {
      ru: 'Впишите номер в раздел reporters файла кодов (настройка goamlTables)',
      kk: 'Нөмірді кодтар файлының reporters бөліміне жазыңыз (goamlTables параметрі)',
      en: 'Put the number under reporters in the file of codes (setting goamlTables)',
    },
  },
  QRG_GOAML_EMPTY: {
    status: 422,
    message: {
      ru: 'В деле нет ни переводов, ни счетов, ни людей, о которых можно сообщить',
      kk: 'Істе хабарлайтын аударым да, шот та, адам да жоқ',
      en: 'The case has no transfers, accounts or people to report',
    },
  },
  QRG_GOAML_LARGE: {
    status: 422,
    message: {
      ru: 'В сообщение goAML входит не больше {most} переводов',
      kk: 'goAML хабарламасына {most} аударымнан артық сыймайды',
      en: 'A goAML report takes at most {most} transfers',
    },
    hint: {
      ru: 'Разделите дело',
      kk: 'Істі бөліңіз',
      en: 'Split the case',
    },
  },
  QRG_XSD_UNREADABLE: {
    status: 500,
    message: {
      ru: 'Схему XML не удалось прочитать: {path}',
      kk: 'XML схемасын оқу мүмкін болмады: {path}',
      en: 'The XML schema cannot be read: {path}',
    },
    hint: {
      ru: 'Проверьте путь в настройке goamlXsd; файл не больше 8 МБ',
      kk: 'goamlXsd параметріндегі жолды тексеріңіз; файл 8 МБ-тан аспауы керек',
      en: 'Check the path in the setting goamlXsd; the file may be 8 MB at most',
    },
  },
  QRG_XSD_INVALID: {
    status: 500,
    message: {
      ru: 'Файл не является пригодной схемой XML: {path}, строка {line}: {what}',
      kk: 'Файл жарамды XML схемасы емес: {path}, {line}-жол: {what}',
      en: 'The file is no usable XML schema: {path}, line {line}: {what}',
    },
    hint: {
      ru: 'Нужна одна схема XSD 1.0 без DOCTYPE и без ссылок на другие файлы',
      kk: 'DOCTYPE және басқа файлдарға сілтемесі жоқ бір XSD 1.0 схемасы керек',
      en: 'It takes one XSD 1.0 schema without a DOCTYPE and without references to other files',
    },
  },
  QRG_XML_LARGE: {
    status: 413,
    message: {
      ru: 'Файл XML больше {most} байт, проверить его нельзя',
      kk: 'XML файлы {most} байттан үлкен, оны тексеру мүмкін емес',
      en: 'The XML is larger than {most} bytes and cannot be checked',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
