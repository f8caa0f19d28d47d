import type { ErrorEntry } from './entry.ts';

/** What is wrong with how the service was set up. */
export const CONFIGURATION_ERRORS = {
  QRG_CONFIG_FILE: {
    status: 500,
    message: {
      ru: 'Файл настроек не читается: {file} ({reason})',
      kk: 'Баптау файлын оқу мүмкін емес: {file} ({reason})',
      en: 'The configuration file cannot be read: {file} ({reason})',
    },
    hint: {
      ru: 'Нужны строки вида «ключ: значение» в YAML. Все ключи печатает qorgan doctor.',
      kk: 'YAML түрінде «кілт: мән» жолдары керек. Барлық кілтті qorgan doctor шығарады.',
      en: 'It must hold lines "key: value" in YAML. qorgan doctor prints every key.',
    },
  },
  QRG_CONFIG_UNKNOWN: {
    status: 500,
    message: {
      ru: 'Нет такой настройки: {key}',
      kk: 'Мұндай баптау жоқ: {key}',
      en: 'There is no such setting: {key}',
    },
    hint: {
      ru: 'Опечатка осталась бы незамеченной, поэтому сервис не запускается. Все ключи печатает qorgan doctor.',
      kk: 'Қате жазылған кілт байқалмай қалар еді, сондықтан сервис іске қосылмайды. Барлық кілтті qorgan doctor шығарады.',
      en: 'A slip of the pen would go unnoticed, so the service does not start. qorgan doctor prints every key.',
    },
  },
  QRG_CONFIG_VALUE: {
    status: 500,
    message: {
      ru: 'Настройка {key} ({variable}) не может быть «{value}»: {reason}',
      kk: '{key} ({variable}) баптауының мәні «{value}» бола алмайды: {reason}',
      en: 'Setting {key} ({variable}) cannot be "{value}": {reason}',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
