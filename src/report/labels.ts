import type { Localized } from '../domain/language.ts';
import type { RowNote } from '../domain/row-note.ts';
import type { VerdictName } from '../engine/verdict.ts';
import type { Role } from '../network/role.ts';

/** What roles, verdicts and notes are called on paper and on the screen: one word a thing. */

export interface RoleLabel {
  one: Localized;
  many: Localized;
  /** One or two sentences for the glossary. */
  about: Localized;
}

export const ROLE_LABELS: Readonly<Record<Role, RoleLabel>> = {
  victim: {
    one: { ru: 'Плательщик', kk: 'Төлеуші', en: 'Payer' },
    many: { ru: 'Плательщики', kk: 'Төлеушілер', en: 'Payers' },
    about: {
      ru: 'Отсюда пришли деньги. Это может быть жертва обмана или покупатель: сам он деньги сети дальше не передаёт.',
      kk: 'Ақша осы жерден келген. Ол алданған адам да, сатып алушы да болуы мүмкін: желінің ақшасын өзі ары қарай өткізбейді.',
      en: 'Where the money came from. It may be the victim of a fraud or a buyer: this account passes none of the network’s money on.',
    },
  },
  collector: {
    one: { ru: 'Сборщик', kk: 'Жинаушы', en: 'Collector' },
    many: { ru: 'Сборщики', kk: 'Жинаушылар', en: 'Collectors' },
    about: {
      ru: 'Карта или счёт, на который собирают деньги многих людей. Обычно это и есть карта дроппера.',
      kk: 'Көп адамның ақшасы жиналатын карта не шот. Әдетте дроппердің картасы осы болады.',
      en: 'A card or account where the money of many people is gathered. Usually this is the dropper’s card.',
    },
  },
  transit: {
    one: { ru: 'Транзит', kk: 'Транзит', en: 'Transit' },
    many: { ru: 'Транзитные счета', kk: 'Транзит шоттар', en: 'Transit accounts' },
    about: {
      ru: 'Деньги проходят насквозь и почти не задерживаются: пришли с одного счёта и вскоре ушли на другой.',
      kk: 'Ақша бұл шотта аялдамай өтеді: бір шоттан түсіп, көп ұзамай екіншісіне кетеді.',
      en: 'Money passes straight through and hardly rests: in from one account, soon out to another.',
    },
  },
  cashout: {
    one: { ru: 'Обналичивание', kk: 'Қолма-қолға айналдыру', en: 'Cash-out' },
    many: { ru: 'Обналичивание', kk: 'Қолма-қолға айналдыру', en: 'Cash-out' },
    about: {
      ru: 'Здесь деньги покидают банки: сняты наличными, ушли на криптобиржу или за границу.',
      kk: 'Ақша банк жүйесінен осы жерде шығады: қолма-қол алынады, криптобиржаға не шетелге кетеді.',
      en: 'Where money leaves the banks: taken in cash, sent to a crypto exchange or abroad.',
    },
  },
  organiser: {
    one: { ru: 'Организатор', kk: 'Ұйымдастырушы', en: 'Organiser' },
    many: { ru: 'Организаторы', kk: 'Ұйымдастырушылар', en: 'Organisers' },
    about: {
      ru: 'Счёт, к которому сходятся деньги нескольких дропперов. Кто им распоряжается на деле, устанавливает следствие.',
      kk: 'Бірнеше дроппердің ақшасы тоғысатын шот. Оны іс жүзінде кім басқаратынын тергеу анықтайды.',
      en: 'The account where the money of several droppers meets. Who really controls it is for the investigation to establish.',
    },
  },
  none: {
    one: { ru: 'Без роли', kk: 'Рөлі жоқ', en: 'No role' },
    many: { ru: 'Без роли', kk: 'Рөлі жоқ', en: 'No role' },
    about: {
      ru: 'Счёт связан с сетью, но по движению денег его роль не видна.',
      kk: 'Шот желімен байланысты, бірақ ақша қозғалысынан рөлі көрінбейді.',
      en: 'Linked to a network, but the flow of money does not show what for.',
    },
  },
};

export const VERDICT_LABELS: Readonly<Record<VerdictName, Localized>> = {
  allow: { ru: 'Пропустить', kk: 'Өткізу', en: 'Allow' },
  review: { ru: 'Проверить', kk: 'Тексеру', en: 'Review' },
  hold: { ru: 'Удержать', kk: 'Ұстап тұру', en: 'Hold' },
};

export const NOTE_LABELS: Readonly<Record<RowNote, Localized>> = {
  id_zeros_restored: {
    ru: 'В ИИН или БИН восстановлены нули в начале, потерянные в Excel',
    kk: 'ЖСН не БСН басындағы Excel жоғалтқан нөлдер қалпына келтірілді',
    en: 'Leading zeros of an IIN or BIN that Excel had lost are put back',
  },
  id_check_failed: {
    ru: 'ИИН или БИН не проходит проверку контрольной цифры',
    kk: 'ЖСН не БСН бақылау цифрының тексеруінен өтпейді',
    en: 'An IIN or BIN fails its check digit',
  },
  iban_check_failed: {
    ru: 'Номер счёта KZ не проходит проверку контрольных цифр',
    kk: 'KZ шот нөмірі бақылау цифрларының тексеруінен өтпейді',
    en: 'A KZ account number fails its check digits',
  },
  direction_conflict: {
    ru: 'Счета говорят об одном направлении платежа, знак суммы или столбец — о другом; взято по счетам',
    kk: 'Шоттар төлемнің бір бағытын, сома таңбасы не баған басқасын көрсетеді; шоттар бойынша алынды',
    en: 'The accounts tell one direction, the sign or column of the sum the other; the accounts were believed',
  },
  own_account_filled: {
    ru: 'Счёт владельца выписки взят из её шапки: в строке его нет',
    kk: 'Үзінді көшірме иесінің шоты тақырып бөлігінен алынды: жолда ол жоқ',
    en: 'The statement owner’s account is taken from its head: the row does not name it',
  },
};
