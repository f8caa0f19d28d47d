import type { Localized } from '../../domain/language.ts';

/** What may be wrong with a requisite; `{n}` and `{x}` are filled in. */
export const FM1_PROBLEMS = {
  required: { ru: 'Не заполнено', kk: 'Толтырылмаған', en: 'Not filled in' },
  should: {
    ru: 'Не заполнено: укажите, если известно',
    kk: 'Толтырылмаған: белгілі болса, көрсетіңіз',
    en: 'Not filled in: tell it where it is known',
  },
  long: {
    ru: 'Длиннее {n} знаков',
    kk: '{n} таңбадан ұзын',
    en: 'Longer than {n} characters',
  },
  number: { ru: 'Нужны только цифры', kk: 'Тек цифр керек', en: 'Digits only' },
  date: {
    ru: 'Нужна дата вида 2026-04-01',
    kk: '2026-04-01 түріндегі күн керек',
    en: 'A day is needed, like 2026-04-01',
  },
  moment: {
    ru: 'Нужны дата и время по Алматы вида 2026-04-01T09:30:00',
    kk: 'Алматы уақытымен 2026-04-01T09:30:00 түріндегі күн мен уақыт керек',
    en: 'A day and time of Almaty are needed, like 2026-04-01T09:30:00',
  },
  future: { ru: 'Дата в будущем', kk: 'Күні болашақта', en: 'The day is in the future' },
  amount: {
    ru: 'Нужна сумма больше нуля с точкой и двумя знаками: 480000.00',
    kk: 'Нөлден үлкен, нүктелі және екі таңбалы сома керек: 480000.00',
    en: 'A sum above zero is needed, with a point and two decimals: 480000.00',
  },
  amounts: {
    ru: 'Сумма в тенге отличается от суммы операции в тенге',
    kk: 'Теңгедегі сома операцияның теңгедегі сомасынан өзгеше',
    en: 'The sum in tenge differs from the sum of an operation in tenge',
  },
  flag: { ru: 'Нужно True или False', kk: 'True не False керек', en: 'True or False is needed' },
  country: {
    ru: 'Нужны две латинские буквы страны',
    kk: 'Елдің екі латын әрпі керек',
    en: 'Two Latin letters of a country are needed',
  },
  tax_number: {
    ru: 'ИИН или БИН неверен: {x}',
    kk: 'ЖСН не БСН дұрыс емес: {x}',
    en: 'The IIN or BIN is wrong: {x}',
  },
  tax_kind: {
    ru: 'Номер не подходит типу участника: у организации БИН, у человека ИИН',
    kk: 'Нөмір қатысушы типіне сай емес: ұйымда БСН, адамда ЖСН',
    en: 'The number does not fit the kind: an organisation has a BIN, a person an IIN',
  },
  code: {
    ru: 'Такого кода нет в таблице на этот день',
    kk: 'Бұл күнге мұндай код кестеде жоқ',
    en: 'The table has no such code on that day',
  },
  code_open: {
    ru: 'Кода нет в нашей выборке: сверьте его с официальным списком',
    kk: 'Код біздің іріктеуде жоқ: ресми тізіммен салыстырыңыз',
    en: 'The code is not in our selection: compare it with the official list',
  },
  no_signs: {
    ru: 'Таблица признаков не загружена, код не проверен',
    kk: 'Белгілер кестесі жүктелмеген, код тексерілмеді',
    en: 'No table of signs was loaded, so the code was not checked',
  },
  sign_order: {
    ru: 'Сначала заполните первый код признака',
    kk: 'Алдымен белгінің бірінші кодын толтырыңыз',
    en: 'Fill in the first code of a sign first',
  },
  sign_twice: {
    ru: 'Этот код уже указан',
    kk: 'Бұл код көрсетіліп қойған',
    en: 'This code is there already',
  },
  count: {
    ru: 'Число не совпадает: на деле {n}',
    kk: 'Саны сәйкес емес: шын мәнінде {n}',
    en: 'The count does not fit: there are {n}',
  },
  participants: {
    ru: 'Нет ни одного участника',
    kk: 'Бірде-бір қатысушы жоқ',
    en: 'There is no participant',
  },
  references: {
    ru: 'Исправление и замена называют сообщение, вместо которого они поданы',
    kk: 'Түзету мен ауыстыру орнына берілген хабарламаны атайды',
    en: 'A correction or replacement names the notice in whose place it stands',
  },
  founders: {
    ru: 'У организации не названы учредители (4.9)',
    kk: 'Ұйымның құрылтайшылары аталмаған (4.9)',
    en: 'No founders of the organisation are named (4.9)',
  },
  email: {
    ru: 'Это не адрес почты',
    kk: 'Бұл пошта мекенжайы емес',
    en: 'This is no e-mail address',
  },
  replaced: {
    ru: 'Формат запрещает {x}: в файле будет {n}',
    kk: 'Пішім {x} таңбасына тыйым салады: файлда {n} болады',
    en: 'The format forbids {x}: the file will have {n}',
  },
  no_tag: {
    ru: 'В прочитанном формате нет тега: останется только на бумаге',
    kk: 'Оқылған пішімде тег жоқ: тек қағазда қалады',
    en: 'The format read has no tag for it: it stays on paper',
  },
} as const satisfies Record<string, Localized>;

export type Fm1ProblemCode = keyof typeof FM1_PROBLEMS;

export interface Fm1Problem {
  /** 'message', 'participants/2' */
  readonly place: string;
  readonly field: string;
  readonly code: Fm1ProblemCode;
  /** False: worth a look, and no obstacle. */
  readonly stops: boolean;
  readonly text: Localized;
}
