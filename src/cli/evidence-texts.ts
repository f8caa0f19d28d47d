import type { Localized } from '../domain/language.ts';

/** What `qorgan evidence` says. */
export const EVIDENCE_TEXTS = {
  'evidence.check': { ru: '{result}  {check}', kk: '{result}  {check}', en: '{result}  {check}' },
  'evidence.result.valid': { ru: 'верно        ', kk: 'дұрыс           ', en: 'valid            ' },
  'evidence.result.altered': {
    ru: 'ИЗМЕНЕНО     ',
    kk: 'ӨЗГЕРТІЛГЕН     ',
    en: 'ALTERED          ',
  },
  'evidence.result.cannot_be_checked': {
    ru: 'не проверить ',
    kk: 'тексерілмейді   ',
    en: 'cannot be checked',
  },
  'evidence.archive': {
    ru: 'строение архива: {bytes} байт, SHA-256 {sha256}',
    kk: 'архив құрылымы: {bytes} байт, SHA-256 {sha256}',
    en: 'structure of the archive: {bytes} bytes, SHA-256 {sha256}',
  },
  'evidence.files': {
    ru: 'файлы по описи manifest.json: {count}',
    kk: 'manifest.json тізімдемесіндегі файлдар: {count}',
    en: 'files against manifest.json: {count}',
  },
  'evidence.unlisted': {
    ru: 'лишних файлов нет',
    kk: 'тізімдемеден тыс файл жоқ',
    en: 'no file beside those listed',
  },
  'evidence.signature': {
    ru: 'подпись описи, ключ {fingerprint}',
    kk: 'тізімдеме қолтаңбасы, кілті {fingerprint}',
    en: 'signature of the manifest, key {fingerprint}',
  },
  'evidence.key': {
    ru: 'ключ тот, которого ждут',
    kk: 'кілт күткен кілт',
    en: 'the key is the one expected',
  },
  'evidence.events': {
    ru: 'цепь журнала, событий: {count}',
    kk: 'журнал тізбегі, оқиға саны: {count}',
    en: 'chain of the log, events: {count}',
  },
  'evidence.capture': {
    ru: 'capture.json: получено {at} с {url}',
    kk: 'capture.json: {url} бетінен {at} алынған',
    en: 'capture.json: received {at} from {url}',
  },
  'evidence.warc': {
    ru: 'запись WARC и полученные байты — одно и то же',
    kk: 'WARC жазбасы мен алынған байттар бірдей',
    en: 'the WARC record and the bytes received are the same',
  },
  'evidence.text': {
    ru: 'текст поста есть в полученных байтах, знаков: {characters}',
    kk: 'пост мәтіні алынған байттарда бар, таңба саны: {characters}',
    en: 'the text of the post is in the bytes received, characters: {characters}',
  },
  'evidence.timestamp': {
    ru: 'метка времени {at}, выдал {by}',
    kk: 'уақыт белгісі {at}, берген {by}',
    en: 'time stamp {at}, by {by}',
  },
  'evidence.timestamp_root': {
    ru: 'метка времени ведёт к указанному корню',
    kk: 'уақыт белгісі көрсетілген түбірге жетеді',
    en: 'the time stamp leads to the root given',
  },
  'evidence.case': {
    ru: 'case.json: дело {number}, элементов: {elements}',
    kk: 'case.json: {number} ісі, элементтер саны: {elements}',
    en: 'case.json: case {number}, elements: {elements}',
  },
  'evidence.copies': {
    ru: 'вложенные копии страниц целы, копий: {count}',
    kk: 'салынған бет көшірмелері бүтін, саны: {count}',
    en: 'the enclosed copies of pages are whole, copies: {count}',
  },
  'evidence.name.case': { ru: 'case.json', kk: 'case.json', en: 'case.json' },
  'evidence.name.copies': { ru: 'копии страниц', kk: 'бет көшірмелері', en: 'copies of pages' },
  'evidence.name.archive': { ru: 'строение архива', kk: 'архив құрылымы', en: 'archive' },
  'evidence.name.files': { ru: 'файлы по описи', kk: 'тізімдемедегі файлдар', en: 'files' },
  'evidence.name.unlisted': {
    ru: 'лишние файлы',
    kk: 'тізімдемеден тыс файл',
    en: 'unlisted files',
  },
  'evidence.name.signature': { ru: 'подпись описи', kk: 'тізімдеме қолтаңбасы', en: 'signature' },
  'evidence.name.key': { ru: 'ключ', kk: 'кілт', en: 'key' },
  'evidence.name.events': { ru: 'цепь журнала', kk: 'журнал тізбегі', en: 'chain of the log' },
  'evidence.name.capture': { ru: 'capture.json', kk: 'capture.json', en: 'capture.json' },
  'evidence.name.warc': { ru: 'запись WARC', kk: 'WARC жазбасы', en: 'WARC record' },
  'evidence.name.text': { ru: 'текст поста', kk: 'пост мәтіні', en: 'text of the post' },
  'evidence.name.timestamp': { ru: 'метка времени', kk: 'уақыт белгісі', en: 'time stamp' },
  'evidence.name.timestamp_root': {
    ru: 'корень метки времени',
    kk: 'уақыт белгісінің түбірі',
    en: 'root of the time stamp',
  },
  'evidence.sum': {
    ru: 'Верно: {valid}, изменено: {altered}, не проверить: {cannot_be_checked}',
    kk: 'Дұрыс: {valid}, өзгертілген: {altered}, тексерілмейтін: {cannot_be_checked}',
    en: 'Valid: {valid}, altered: {altered}, cannot be checked: {cannot_be_checked}',
  },
  'evidence.fingerprint': {
    ru: 'Отпечаток ключа (SHA-256): {fingerprint}',
    kk: 'Кілт таңбасы (SHA-256): {fingerprint}',
    en: 'Fingerprint of the key (SHA-256): {fingerprint}',
  },
  'evidence.known': {
    ru: 'Прежние ключи: {count}, в папке {folder}',
    kk: 'Бұрынғы кілттер: {count}, {folder} қалтасында',
    en: 'Earlier keys: {count}, in {folder}',
  },
} as const satisfies Record<string, Localized>;
