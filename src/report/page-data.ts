import type { ReportAccount, ReportLot, ReportModel, ReportSignal } from './model.ts';

/**
 * The model as report.html carries it: the same facts in a form that stays small. A lot is five numbers instead of
 * an object with two account names; and where a scan tells more of accounts than a page can open
 * without lag, the accounts that come first in the model keep their details and the others lose them. Nothing is lost
 * to the reader: reasons of every account are in report.xlsx.
 */
export interface PageData extends Omit<ReportModel, 'accounts'> {
  accounts: PageAccount[];
  /** Accounts that lots came from or went to. */
  names: string[];
}

export interface PageAccount extends Omit<ReportAccount, 'lots'> {
  /** Lot by lot: arrival, ms it rested (-1 = still here), amount, index of payer, index of payee (-1 = none). */
  lots: number[];
  /** Had more than the page keeps. */
  cut: boolean;
}

/** What a page opens without lag, measured as JSON: lots about 40 bytes each, reasons about 600. */
const LOTS_MOST = 200_000;
const SIGNALS_MOST = 20_000;
const NUMBERS_PER_LOT = 5;

export interface Budget {
  lots: number;
  signals: number;
}

export function packPage(
  model: ReportModel,
  budget: Budget = { lots: LOTS_MOST, signals: SIGNALS_MOST },
): PageData {
  const left = { ...budget };
  const names: string[] = [];
  const indexOf = new Map<string, number>();
  const intern = (name: string): number => {
    const known = indexOf.get(name);
    if (known !== undefined) return known;
    indexOf.set(name, names.length);
    return names.push(name) - 1;
  };
  const accounts = model.accounts.map((account): PageAccount => {
    const lots = account.lots.slice(0, left.lots);
    const signals = strongest(account.signals, left.signals);
    left.lots -= lots.length;
    left.signals -= signals.length;
    return {
      ...account,
      signals,
      lots: lots.flatMap((lot) => [
        lot.inAt,
        lot.outAt === null ? -1 : lot.outAt - lot.inAt,
        lot.amountMinor,
        intern(lot.from),
        lot.to === '' ? -1 : intern(lot.to),
      ]),
      cut: lots.length < account.lots.length || signals.length < account.signals.length,
    };
  });
  return { ...model, accounts, names };
}

/** All of them, in the order they have, unless there are too many. */
function strongest(signals: ReportSignal[], most: number): ReportSignal[] {
  if (signals.length <= most) return signals;
  return [...signals].sort((a, b) => b.points - a.points).slice(0, most);
}

/** The model again, and the accounts of which the page holds only a part. */
export function unpackPage(data: PageData): { model: ReportModel; cut: ReadonlySet<string> } {
  const { names, ...rest } = data;
  const cut = new Set<string>();
  const accounts = data.accounts.map((packed): ReportAccount => {
    const { cut: isCut, ...account } = packed;
    if (isCut) cut.add(account.account);
    return { ...account, lots: unpackLots(packed.lots, names) };
  });
  return { model: { ...rest, accounts }, cut };
}

function unpackLots(numbers: readonly number[], names: readonly string[]): ReportLot[] {
  const lots: ReportLot[] = [];
  for (let i = 0; i < numbers.length; i += NUMBERS_PER_LOT) {
    const [inAt, restedMs, amountMinor, from, to] = numbers.slice(i, i + NUMBERS_PER_LOT);
    const outAt = restedMs < 0 ? null : inAt + restedMs;
    lots.push({ inAt, outAt, amountMinor, from: names[from], to: to < 0 ? '' : names[to] });
  }
  return lots;
}
