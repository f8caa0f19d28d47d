/** Kinds of organisations whose short names stand beside their own: one kind a line, in all languages and spellings. */
const FORMS = {
  // Limited liability: ТОО and ЖШС are one form of law, ООО its Russian, LLC and Ltd its usual translation.
  limited:
    'тоо жшс ооо llp llc ltd limited gmbh too zhshs ooo sarl srl bv ' +
    'товарищество_с_ограниченной_ответственностью общество_с_ограниченной_ответственностью ' +
    'жауапкершілігі_шектеулі_серіктестігі жауапкершілігі_шектеулі_серіктестік ' +
    'limited_liability_partnership limited_liability_company',
  joint_stock:
    'ао ақ пао оао зао нао jsc ojsc cjsc pjsc pao oao zao ag plc inc corp corporation sa ' +
    'акционерное_общество акционерлік_қоғамы акционерлік_қоғам joint_stock_company',
  sole: 'ип жк кх шқ ip sole_proprietor individual_entrepreneur индивидуальный_предприниматель жеке_кәсіпкер',
  state: 'гу ргу ркп гкп кгу рмк мкк республиканское_государственное_предприятие',
  foundation: 'оф ққ фонд қор қоры foundation fund общественный_фонд қоғамдық_қоры қоғамдық_қор',
  other: 'филиал филиалы branch представительство өкілдігі компания компаниясы company co',
} as const;

export type LegalForm = keyof typeof FORMS;

const BY_WORDS = new Map<string, LegalForm>(
  Object.entries(FORMS).flatMap(([form, words]) =>
    words.split(' ').map((one) => [one.replaceAll('_', ' '), form as LegalForm] as const),
  ),
);

/** Words of the longest name of a form. */
export const LONGEST_FORM = 4;

/** The form that these words, in lower case with single spaces, are the name of. */
export const legalFormOf = (words: string): LegalForm | undefined => BY_WORDS.get(words);

/** Words that many organisations have: meeting one says little. */
const COMMON = new Set(
  (
    'group групп группа тобы trade трейд trading сауда service сервис services servis company compani invest инвест ' +
    'строй stroi stroy құрылыс курылыс logistics логистик logistic логистика холдинг holding тех tech снаб bank банк ' +
    'kazakhstan казахстан қазақстан qazaqstan international интернэшнл центр center centre орталығы и және and the of мен'
  ).split(' '),
);
export const isCommonWord = (text: string): boolean => COMMON.has(text);
