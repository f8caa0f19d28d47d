import type { CaseAccount, CaseFile, CaseTransfer } from '../../domain/case/case-file.ts';
import type { Language } from '../../domain/language.ts';
import type { BankRequest } from './bank-request-wish.ts';

const BLANK = '____________________';
/** Kazakhstan has one time, UTC+5, since 1 March 2024. */
const ALMATY_MS = 5 * 3_600_000;

const minute = (at: number): string =>
  new Date(at + ALMATY_MS).toISOString().slice(0, 16).replace('T', ' ');
const day = (at: number): string => minute(at).slice(0, 10);

const money = ({ amountMinor, currency }: CaseTransfer): string =>
  `${(amountMinor / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ' ')} ${currency}`;

interface Words {
  readonly to: string;
  readonly from: string;
  readonly number: string;
  readonly title: string;
  readonly purpose: string;
  readonly accounts: string;
  readonly transfers: string;
  readonly statements: (from: string, to: string) => string;
  readonly asks: string;
  readonly ground: string;
  readonly due: (at: string) => string;
  readonly answer: string;
  readonly tlp: string;
  readonly supposition: string;
  readonly quiet: string;
  readonly signature: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  ru: {
    to: 'Кому',
    from: 'От кого',
    number: 'Запрос №',
    title: 'ЗАПРОС банку о счетах и переводах',
    purpose: 'Цель',
    accounts: 'Счета, о которых запрос:',
    transfers: 'Переводы, о которых запрос (время Алматы):',
    statements: (from, to) => `Просим выписки по этим счетам с ${from} по ${to} включительно.`,
    asks: 'Просим',
    ground: 'Основание',
    due: (at) => `Просим ответить до ${at} (время Алматы).`,
    answer: 'В ответе укажите номер запроса. Ответ можно дать файлом case.json с полем answers.',
    tlp: 'Пометка распространения',
    supposition: 'Роли и подозрения здесь — предположения, а не вывод о вине.',
    quiet: 'Прошу не сообщать клиентам об этом запросе, кроме случаев, когда закон этого требует.',
    signature: `Должность: ${BLANK}    Подпись: ${BLANK}    Ф. И. О.`,
  },
  kk: {
    to: 'Кімге',
    from: 'Кімнен',
    number: 'Сұрау салу №',
    title: 'Шоттар мен аударымдар туралы банкке СҰРАУ САЛУ',
    purpose: 'Мақсаты',
    accounts: 'Сұрау салынатын шоттар:',
    transfers: 'Сұрау салынатын аударымдар (Алматы уақыты):',
    statements: (from, to) =>
      `Осы шоттар бойынша ${from} – ${to} аралығындағы (екі күнді қоса алғанда) үзінді көшірмелерді беруіңізді сұраймыз.`,
    asks: 'Өтінішіміз',
    ground: 'Негізі',
    due: (at) => `Жауапты ${at} дейін (Алматы уақыты) беруіңізді сұраймыз.`,
    answer:
      'Жауапта сұрау салудың нөмірін көрсетіңіз. Жауапты answers өрісі бар case.json файлымен беруге болады.',
    tlp: 'Тарату белгісі',
    supposition: 'Мұндағы рөлдер мен күдіктер — болжам, кінә туралы тұжырым емес.',
    quiet:
      'Заң талап ететін жағдайлардан басқа, клиенттерге бұл сұрау салу туралы хабарламауыңызды сұраймыз.',
    signature: `Лауазымы: ${BLANK}    Қолы: ${BLANK}    Т. А. Ә.`,
  },
  en: {
    to: 'To',
    from: 'From',
    number: 'Request No',
    title: 'REQUEST to a bank about accounts and transfers',
    purpose: 'Purpose',
    accounts: 'Accounts that it is about:',
    transfers: 'Transfers that it is about (time of Almaty):',
    statements: (from, to) =>
      `Please send statements of these accounts from ${from} to ${to} inclusive.`,
    asks: 'Please',
    ground: 'Ground',
    due: (at) => `Please answer by ${at} (time of Almaty).`,
    answer:
      'Name the number of this request in the answer. It may be a case.json with the field answers.',
    tlp: 'Marking',
    supposition: 'Roles and suspicions here are suppositions, not a finding of guilt.',
    quiet: 'Please do not tell clients of this request, unless a law requires it.',
    signature: `Position: ${BLANK}    Signature: ${BLANK}    Name`,
  },
};

/** The letter in one language: what leaves, and nothing that the minimised case does not hold. */
export function requestLetter(
  file: CaseFile,
  asked: readonly CaseAccount[],
  wish: BankRequest,
  language: Language,
): string {
  const words = WORDS[language];
  const parties = new Map(file.parties.map((party) => [party.id, party]));
  const accounts = new Map(file.accounts.map((account) => [account.id, account]));
  const accountLine = ({ account, home, holder }: CaseAccount): string => {
    const party = holder === null ? undefined : parties.get(holder);
    const told = [account, home?.name, party?.name, party?.taxNumber];
    return `  ${told.filter((text) => text).join(', ')}`;
  };
  const transferLine = (transfer: CaseTransfer): string => {
    const { at, payer, payee, id, text, amountMinor } = transfer;
    const ends = `${accounts.get(payer)?.account ?? '?'} → ${accounts.get(payee)?.account ?? '?'}`;
    const told = [
      at === 0 ? '' : minute(at),
      amountMinor === 0 ? '' : money(transfer),
      ends,
      id,
      text,
    ];
    return `  ${told.filter((part) => part).join(', ')}`;
  };
  const officer =
    file.officer === null
      ? ''
      : [file.officer.name, file.officer.phone, file.officer.email].filter(Boolean).join(', ');
  const lines = [
    `${words.to}: ${wish.partner.name}`,
    `${words.from}: ${file.institution.name}${file.number === '' ? '' : ` (${file.number})`}`,
    `${words.number} ${wish.request}    ${day(wish.at)}`,
    `${words.tlp}: TLP:${wish.tlp.toUpperCase()}`,
    words.title,
    `${words.purpose}: ${wish.purpose}`,
    [words.accounts, ...asked.map(accountLine)].join('\n'),
    file.transfers.length === 0
      ? ''
      : [words.transfers, ...file.transfers.map(transferLine)].join('\n'),
    wish.from === null || wish.to === null ? '' : words.statements(day(wish.from), day(wish.to)),
    wish.text === null ? '' : `${words.asks}: ${wish.text}`,
    `${words.ground}: ${wish.ground[language]}`,
    wish.dueAt === null ? '' : words.due(minute(wish.dueAt)),
    words.answer,
    words.supposition,
    words.quiet,
    `${words.signature}: ${officer || BLANK}`,
  ];
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
}
