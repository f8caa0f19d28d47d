import type { Localized } from '../domain/language.ts';

/** What `qorgan document` says. */
export const DOCUMENT_TEXTS = {
  'document.zone': {
    ru: 'Машиночитаемая зона {format}: {state}',
    kk: 'Машина оқитын аймақ {format}: {state}',
    en: 'Machine-readable zone {format}: {state}',
  },
  'document.none': {
    ru: 'Машиночитаемой зоны нет',
    kk: 'Машина оқитын аймақ жоқ',
    en: 'No machine-readable zone',
  },
  'document.state.valid': { ru: 'всё сходится', kk: 'бәрі сәйкес', en: 'everything stands' },
  'document.state.altered': {
    ru: 'изменена или прочитана с ошибкой',
    kk: 'өзгертілген немесе қате оқылған',
    en: 'altered, or read wrongly',
  },
  'document.check': {
    ru: '  контрольная цифра, {field}: {state}',
    kk: '  бақылау цифры, {field}: {state}',
    en: '  check digit, {field}: {state}',
  },
  'document.check.valid': { ru: 'верна', kk: 'дұрыс', en: 'stands' },
  'document.check.altered': { ru: 'не сходится', kk: 'сәйкес емес', en: 'does not stand' },
  'document.check.absent': { ru: 'нет', kk: 'жоқ', en: 'absent' },
  'document.field.number': { ru: 'номер', kk: 'нөмірі', en: 'number' },
  'document.field.birth': { ru: 'дата рождения', kk: 'туған күні', en: 'birth' },
  'document.field.expiry': { ru: 'срок действия', kk: 'жарамдылық мерзімі', en: 'expiry' },
  'document.field.optional': {
    ru: 'дополнительные данные',
    kk: 'қосымша деректер',
    en: 'optional data',
  },
  'document.field.whole': { ru: 'общая', kk: 'жалпы', en: 'all of it' },
  'document.provider': {
    ru: 'Провайдер {name}: подлинность — {authenticity}, живой человек — {liveness}',
    kk: '{name} провайдері: түпнұсқалығы — {authenticity}, тірі адам — {liveness}',
    en: 'Provider {name}: genuine: {authenticity}; a living person: {liveness}',
  },
  'document.verdict.passed': { ru: 'да', kk: 'иә', en: 'yes' },
  'document.verdict.failed': { ru: 'нет', kk: 'жоқ', en: 'no' },
  'document.verdict.unknown': { ru: 'неизвестно', kk: 'белгісіз', en: 'unknown' },
  'document.labels': {
    ru: '  слова провайдера: {labels}',
    kk: '  провайдердің сөзі: {labels}',
    en: '  in its words: {labels}',
  },
  'document.tell': {
    ru: 'Для POST /v1/customers:',
    kk: 'POST /v1/customers үшін:',
    en: 'For POST /v1/customers:',
  },
} as const satisfies Record<string, Localized>;
