import type { Language, Localized } from '../domain/language.ts';
import { localDate } from './local-time.ts';

/** What a request for a statement tells the institution. */
export interface RequestFacts {
  /** '' leaves a blank to fill in. */
  readonly institution: Localized;
  /** undefined when only the owner is known: then all the owner's accounts are asked for. */
  readonly account: string | undefined;
  readonly ownerName: string;
  /** IIN or BIN, '' when not known. */
  readonly ownerId: string;
  readonly ownerIsCompany: boolean;
  readonly payments: number;
  /** In tenge. */
  readonly amountMinor: number;
  /** Of the payments that the request is about, epoch ms UTC. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** The period asked for. */
  readonly from: number;
  readonly to: number;
}

/**
 * Law behind the request, as read in the acts: AML law 191-IV, article 10(3-1) (who must answer, terms) and 11(5) (the
 * client is not told), edition of 12.07.2026; AFM order No 13 of 22.02.2022, annex 10 (answer with a statement of 18
 * columns in Excel), edition of 10.07.2025. The order was rewritten from 01.04.2026 by order No 22 of 23.12.2025, whose
 * text was not read: the letter tells its author to check the number of the annex.
 */
export function requestText(facts: RequestFacts): Localized {
  return { ru: russian(facts), kk: kazakh(facts), en: english(facts) };
}

const BLANK = '____________________';

interface Said {
  readonly sum: string;
  readonly first: string;
  readonly last: string;
  readonly from: string;
  readonly to: string;
}

function said(facts: RequestFacts, language: Language): Said {
  return {
    sum: exactTenge(facts.amountMinor, language),
    first: localDate(facts.firstAt),
    last: localDate(facts.lastAt),
    from: localDate(facts.from),
    to: localDate(facts.to),
  };
}

const TENGE: Localized = { ru: 'тенге', kk: 'теңге', en: 'KZT' };

/** To the tiyn: a letter to a bank is checked against its books. */
function exactTenge(minor: number, language: Language): string {
  const tiyn = String(minor % 100).padStart(2, '0');
  const grouped = String(Math.floor(minor / 100)).replace(
    /\B(?=(\d{3})+$)/g,
    language === 'en' ? ',' : '\u00a0',
  );
  return `${grouped}${language === 'en' ? '.' : ','}${tiyn}\u00a0${TENGE[language]}`;
}

const paragraphs = (...lines: string[]): string => lines.filter((line) => line !== '').join('\n\n');

function russian(facts: RequestFacts): string {
  const { sum, first, last, from, to } = said(facts, 'ru');
  const id =
    facts.ownerId === '' ? '' : `, ${facts.ownerIsCompany ? 'БИН' : 'ИИН'} ${facts.ownerId}`;
  const owner = facts.ownerName === '' ? id : `, владелец: ${facts.ownerName}${id}`;
  const where =
    facts.account === undefined
      ? `на счёт, номер которого отправитель не указал${owner}`
      : `на счёт ${facts.account}${owner}`;
  const what =
    facts.account === undefined ? 'по всем счетам этого лица' : `по счёту ${facts.account}`;
  const when = first === last ? first : `в период с ${first} по ${last}`;
  return paragraphs(
    `Кому: ${facts.institution.ru || BLANK}`,
    `Исх. № ${BLANK}    Дата: ${BLANK}`,
    'ЗАПРОС о предоставлении выписки',
    `При изучении подозрительных операций установлено: ${when} ${where}, поступили деньги. Число переводов: ${facts.payments}, общая сумма: ${sum}.`,
    `Просим предоставить выписку ${what} за период с ${from} по ${to} включительно в формате Microsoft Excel по форме из 18 граф (приложение к форме «Ответ на запрос», приложение 10 к Правилам, утверждённым приказом Председателя Агентства Республики Казахстан по финансовому мониторингу от 22.02.2022 № 13). Время операций просим указать с точностью до секунды, номера счетов плательщика и получателя — полностью.`,
    'Основание и срок: пункт 3-1 статьи 10 Закона Республики Казахстан от 28.08.2009 № 191-IV (редакция от 12.07.2026): три рабочих дня, а по запросу о подозрительной операции — не позднее одного рабочего дня. Клиента о запросе не уведомлять (пункт 5 статьи 11 того же Закона).',
    `Должность: ${BLANK}    Подпись: ${BLANK}    Ф. И. О.: ${BLANK}`,
    '[Перед отправкой удалить: это основание — для запроса уполномоченного органа по финансовому мониторингу; другой орган указывает своё. Номер приложения дан по редакции Правил от 10.07.2025; с 01.04.2026 действует новая редакция (приказ от 23.12.2025 № 22) — сверьте его.]',
  );
}

function kazakh(facts: RequestFacts): string {
  const { sum, first, last, from, to } = said(facts, 'kk');
  const id = facts.ownerId === '' ? '' : `${facts.ownerIsCompany ? 'БСН' : 'ЖСН'} ${facts.ownerId}`;
  const ownerParts = [facts.ownerName === '' ? '' : `иесі: ${facts.ownerName}`, id];
  const owner = ownerParts.filter((part) => part !== '').join(', ');
  const inBrackets = owner === '' ? '' : ` (${owner})`;
  const where =
    facts.account === undefined
      ? `жіберуші нөмірін көрсетпеген шотқа${inBrackets}`
      : `${facts.account} шотына${inBrackets}`;
  const what =
    facts.account === undefined ? 'осы тұлғаның барлық шоттары' : `${facts.account} шоты`;
  const when = first === last ? `${first} күні` : `${first} – ${last} аралығында`;
  return paragraphs(
    `Кімге: ${facts.institution.kk || BLANK}`,
    `Шығыс № ${BLANK}    Күні: ${BLANK}`,
    'Үзінді көшірме беру туралы СҰРАУ САЛУ',
    `Күдікті операцияларды зерделеу барысында ${when} ${where} ақша түскені анықталды. Аударымдар саны: ${facts.payments}, жалпы сомасы: ${sum}.`,
    `${what} бойынша ${from} – ${to} аралығындағы (екі күнді қоса алғанда) үзінді көшірмені Microsoft Excel форматында, 18 бағаннан тұратын нысан бойынша беруіңізді сұраймыз (Қазақстан Республикасы Қаржылық мониторинг агенттігі Төрағасының 2022 жылғы 22 ақпандағы № 13 бұйрығымен бекітілген Қағидаларға 10-қосымшадағы «Сұрау салуға жауап» нысанының қосымшасы). Операция уақыты секундына дейін, төлеуші мен алушының шот нөмірлері толық көрсетілсін.`,
    'Негізі мен мерзімі: Қазақстан Республикасының 2009 жылғы 28 тамыздағы № 191-IV Заңы 10-бабының 3-1-тармағы (12.07.2026 ж. редакциясы): үш жұмыс күні, ал күдікті операция туралы сұрау салу бойынша бір жұмыс күнінен кешіктірмей. Сұрау салу туралы клиентке хабарланбайды (сол Заңның 11-бабының 5-тармағы).',
    `Лауазымы: ${BLANK}    Қолы: ${BLANK}    Т. А. Ә.: ${BLANK}`,
    '[Жіберер алдында өшіріңіз: бұл негіз қаржы мониторингі жөніндегі уәкілетті органның сұрау салуына арналған; басқа орган өз негізін көрсетеді. Қосымшаның нөмірі Қағидалардың 10.07.2025 ж. редакциясы бойынша берілді; 01.04.2026 бастап жаңа редакция қолданылады (23.12.2025 ж. № 22 бұйрық), сондықтан нөмірді тексеріңіз.]',
  );
}

function english(facts: RequestFacts): string {
  const { sum, first, last, from, to } = said(facts, 'en');
  const id =
    facts.ownerId === '' ? '' : `, ${facts.ownerIsCompany ? 'BIN' : 'IIN'} ${facts.ownerId}`;
  const owner = facts.ownerName === '' ? id : `, owner: ${facts.ownerName}${id}`;
  const where =
    facts.account === undefined
      ? `an account whose number the sender did not state${owner}`
      : `account ${facts.account}${owner}`;
  const what =
    facts.account === undefined ? 'of all accounts of this person' : `of account ${facts.account}`;
  const when = first === last ? `On ${first}` : `Between ${first} and ${last}`;
  return paragraphs(
    `To: ${facts.institution.en || BLANK}`,
    `Ref. No ${BLANK}    Date: ${BLANK}`,
    'REQUEST for an account statement',
    `${when} money came to ${where}, in the course of operations that are studied as suspicious. Transfers: ${facts.payments}, total: ${sum}.`,
    `Please provide a statement ${what} from ${from} to ${to} inclusive, in Microsoft Excel, in the form of 18 columns (supplement to the form "Answer to a request", annex 10 to the Rules approved by order No 13 of the Chairman of the Agency for Financial Monitoring of the Republic of Kazakhstan of 22.02.2022), with times to the second and full account numbers of payer and payee.`,
    'Basis and term: article 10(3-1) of the Law of the Republic of Kazakhstan No 191-IV of 28.08.2009 (edition of 12.07.2026): three working days; for a suspicious operation not later than one working day. The client must not be told of the request (article 11(5) of the same Law).',
    `Position: ${BLANK}    Signature: ${BLANK}    Name: ${BLANK}`,
    '[Remove before sending: this basis is for a request of the authority for financial monitoring; any other body states its own. The annex is numbered as in the edition of 10.07.2025; a new edition is in force since 01.04.2026 (order No 22 of 23.12.2025): check the number.]',
  );
}
