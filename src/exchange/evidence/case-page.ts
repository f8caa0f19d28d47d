import type { CaseAccount, CaseFile, CaseParty } from '../../domain/case/case-file.ts';
import type { Tlp } from '../../domain/case/marking.ts';
import type { Language } from '../../domain/language.ts';

interface Words {
  readonly case: string;
  readonly by: string;
  readonly made: string;
  readonly purpose: string;
  readonly supposition: string;
  readonly parties: string;
  readonly accounts: string;
  readonly transfers: string;
  readonly posts: string;
  readonly contacts: string;
  readonly signs: string;
  readonly networks: string;
  readonly copies: string;
  readonly heads: Readonly<
    Record<
      | 'name'
      | 'number'
      | 'role'
      | 'born'
      | 'account'
      | 'bank'
      | 'holder'
      | 'time'
      | 'from'
      | 'to'
      | 'sum'
      | 'text'
      | 'address'
      | 'file',
      string
    >
  >;
}

const WORDS: Readonly<Record<Language, Words>> = {
  ru: {
    case: 'Дело',
    by: 'Составила организация',
    made: 'Составлено',
    purpose: 'Цель',
    supposition: 'Роли и признаки — предположения; вину устанавливает суд.',
    parties: 'Участники',
    accounts: 'Счета',
    transfers: 'Переводы',
    posts: 'Объявления',
    contacts: 'Контакты',
    signs: 'Признаки',
    networks: 'Сети',
    copies: 'Опечатанные копии страниц',
    heads: {
      name: 'Имя',
      number: 'ИИН или БИН',
      role: 'Роль',
      born: 'Рождение',
      account: 'Счёт',
      bank: 'Банк',
      holder: 'Владелец',
      time: 'Время (UTC)',
      from: 'Откуда',
      to: 'Куда',
      sum: 'Сумма',
      text: 'Текст',
      address: 'Адрес',
      file: 'Файл',
    },
  },
  kk: {
    case: 'Іс',
    by: 'Құрастырған ұйым',
    made: 'Құрастырылған уақыты',
    purpose: 'Мақсаты',
    supposition: 'Рөлдер мен белгілер — болжам; кінәні сот анықтайды.',
    parties: 'Қатысушылар',
    accounts: 'Шоттар',
    transfers: 'Аударымдар',
    posts: 'Хабарландырулар',
    contacts: 'Байланыстар',
    signs: 'Белгілер',
    networks: 'Желілер',
    copies: 'Беттердің мөрленген көшірмелері',
    heads: {
      name: 'Аты-жөні',
      number: 'ЖСН не БСН',
      role: 'Рөлі',
      born: 'Туған күні',
      account: 'Шот',
      bank: 'Банк',
      holder: 'Иесі',
      time: 'Уақыты (UTC)',
      from: 'Қайдан',
      to: 'Қайда',
      sum: 'Сомасы',
      text: 'Мәтіні',
      address: 'Мекенжайы',
      file: 'Файл',
    },
  },
  en: {
    case: 'Case',
    by: 'Made by',
    made: 'Made',
    purpose: 'Purpose',
    supposition: 'Roles and signs are suppositions; guilt is for a court.',
    parties: 'Parties',
    accounts: 'Accounts',
    transfers: 'Transfers',
    posts: 'Posts',
    contacts: 'Contacts',
    signs: 'Signs',
    networks: 'Networks',
    copies: 'Sealed copies of pages',
    heads: {
      name: 'Name',
      number: 'IIN or BIN',
      role: 'Role',
      born: 'Born',
      account: 'Account',
      bank: 'Bank',
      holder: 'Holder',
      time: 'Time (UTC)',
      from: 'From',
      to: 'To',
      sum: 'Sum',
      text: 'Text',
      address: 'Address',
      file: 'File',
    },
  },
};

export interface CasePageTold {
  readonly tlp: Tlp;
  readonly purpose: string;
  readonly language: Language;
  /** Epoch ms. */
  readonly at: number;
  readonly copies: readonly { readonly file: string; readonly sha256: string }[];
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

type Cell = string | null | undefined;

/** A table without rows is none; a column that no row fills is left out. */
function table(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  if (rows.length === 0) return '';
  const used = heads.map((_, i) => rows.some((row) => row[i]));
  const line = (tag: string, cells: readonly Cell[]) =>
    `<tr>${cells.flatMap((cell, i) => (used[i] ? [`<${tag}>${escaped(cell ?? '')}</${tag}>`] : [])).join('')}</tr>`;
  return `<section><h2>${escaped(title)}</h2><table><thead>${line('th', heads)}</thead><tbody>
${rows.map((row) => line('td', row)).join('\n')}
</tbody></table></section>`;
}

const iso = (at: number): string =>
  at === 0 ? '' : new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/**
 * A case as a page that a person reads without Qorgan: one file, no script, nothing that is fetched. It holds what the case file holds
 * and no more, so a minimised file gives a minimised page.
 */
export function casePage(file: CaseFile, told: CasePageTold): string {
  const words = WORDS[told.language];
  const { heads } = words;
  const parties = new Map(file.parties.map((party): [string, CaseParty] => [party.id, party]));
  const accounts = new Map(file.accounts.map((one): [string, CaseAccount] => [one.id, one]));
  const nameOf = (id: string | null): string => (id === null ? '' : (parties.get(id)?.name ?? id));
  const accountOf = (id: string): string => accounts.get(id)?.account ?? id;
  const role = (text: string): string => (text === 'unknown' ? '' : text);
  const facts: [string, string][] = [
    [words.by, file.institution.name],
    [words.made, iso(told.at)],
    ['TLP', told.tlp.toUpperCase()],
    [words.purpose, told.purpose],
  ];
  return `<!doctype html>
<html lang="${told.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${words.case} ${file.number}`)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#111}table{border-collapse:collapse;width:100%;font-size:14px}
th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#eee}section{margin:2rem 0;overflow-x:auto}
@media print{body{margin:0}}</style></head><body>
<h1>${escaped(`${words.case} ${file.number}`.trim())}</h1>
${file.title === '' ? '' : `<p>${escaped(file.title)}</p>`}
<dl>${facts.map(([k, v]) => (v === '' ? '' : `<dt><b>${escaped(k)}</b></dt><dd>${escaped(v)}</dd>`)).join('')}</dl>
<p><strong>${escaped(words.supposition)}</strong></p>
${[
  table(
    words.parties,
    [heads.name, heads.number, heads.role, heads.born],
    file.parties.map((p) => [p.name, p.taxNumber, role(p.role), p.bornOn]),
  ),
  table(
    words.accounts,
    [heads.account, heads.bank, heads.holder, heads.role],
    file.accounts.map((a) => [
      a.account,
      a.home && `${a.home.name} (${a.home.country})`,
      nameOf(a.holder),
      role(a.role),
    ]),
  ),
  table(
    words.transfers,
    [heads.time, heads.from, heads.to, heads.sum, heads.text],
    file.transfers.map((t) => [
      iso(t.at),
      accountOf(t.payer),
      accountOf(t.payee),
      t.amountMinor === 0 ? '' : `${(t.amountMinor / 100).toFixed(2)} ${t.currency}`,
      t.text,
    ]),
  ),
  table(
    words.signs,
    [heads.name, heads.text],
    file.signals.map((s) => [s.rule, s.text]),
  ),
  table(
    words.networks,
    [heads.name, heads.text],
    file.networks.map((n) => [n.networkId, n.story]),
  ),
  table(
    words.posts,
    [heads.time, heads.name, heads.text, heads.address],
    file.posts.map((p) => [iso(p.at), p.author, p.text, p.url]),
  ),
  table(
    words.contacts,
    [heads.name, heads.text],
    file.contacts.map((c) => [c.kind, c.value]),
  ),
  table(
    words.copies,
    [heads.file, 'SHA-256'],
    told.copies.map((c) => [c.file, c.sha256]),
  ),
]
  .filter((text) => text !== '')
  .join('\n')}
</body></html>
`;
}
