import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { CHANNELS, PURPOSES } from '../domain/transfer.ts';
import { SIM_BANKS } from './banks.ts';
import { DAY_MS } from './calendar.ts';
import type { DayTransfers } from './day-transfers.ts';
import { SIM_TYPOLOGIES, type SimWorld } from './model.ts';
import { townChannels } from './posts/town-channels.ts';

/** Bytes gathered before a file is written to. */
const CHUNK = 1 << 18;
const ID_DIGITS = 10;
const ISO_SECOND_END = 'YYYY-MM-DDThh:mm:ss'.length;
const ISO_DAY_END = 'YYYY-MM-DDT'.length;

const TRANSFERS_HEADER =
  'id,at,payer,payee,amount,currency,channel,purpose,device,payer_bank,payee_bank';
const LABELS_HEADER = 'id,is_laundering,typology,ring';
const TRUTH_HEADER = 'account,role,typology,ring,lookalike';
const CUSTOMERS_HEADER =
  'account,owner,name,bank,bank_code,kind,opened_at,born,income_month,cards,device,phone,' +
  'citizenship,resident,address,ip,registered,opened_remotely,phone_changed,credit_applications,pep,relatives';

export interface Written {
  readonly transfers: number;
  readonly laundering: number;
  readonly accounts: number;
  readonly files: readonly string[];
}

/**
 * Writes DIR/transfers.csv and customers.csv, which is what a bank knows, labels.csv and accounts-truth.csv, which is the
 * answer, and posts.jsonl: what public channels said, with its labels. Streams day by day; each file appears under its name
 * only when it is whole. Amounts are tenge with two decimals, times UTC, born a date, `device` empty where not told.
 */
export async function writeWorld(world: SimWorld, dir: string): Promise<Written> {
  await mkdir(dir, { recursive: true });
  const counts = await writeTransfers(world, dir);
  await writeLines(join(dir, 'customers.csv'), customerLines(world));
  await writeLines(join(dir, 'accounts-truth.csv'), truthLines(world));
  await writeLines(join(dir, 'posts.jsonl'), postLines(world));
  return {
    ...counts,
    accounts: world.accounts.length,
    files: ['transfers.csv', 'labels.csv', 'customers.csv', 'accounts-truth.csv', 'posts.jsonl'],
  };
}

/** Id of transfer `n` (0-based) of a world: its place in time and nothing else. */
const transferId = (n: number): string => `T${String(n + 1).padStart(ID_DIGITS, '0')}`;

/** Whole and decimal part from minor units. */
export function tenge(minor: number): string {
  const cents = minor % 100;
  return `${(minor - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
}

async function writeTransfers(world: SimWorld, dir: string) {
  const transfers = new PartFile(join(dir, 'transfers.csv'));
  const labels = new PartFile(join(dir, 'labels.csv'));
  let count = 0;
  let laundering = 0;
  try {
    await transfers.write(`${TRANSFERS_HEADER}\n`);
    await labels.write(`${LABELS_HEADER}\n`);
    const accounts = world.accounts.map(({ number }) => number);
    const codes = world.accounts.map(({ bank }) => SIM_BANKS[bank].code);
    const clock = new IsoClock();
    for (const day of world.days()) {
      let lines = '';
      let marks = '';
      for (let i = 0; i < day.count; i++) {
        const id = transferId(day.first + i);
        const payer = day.payer[i];
        const payee = day.payee[i];
        lines += `${id},${clock.iso(day.at[i])},${accounts[payer]},${accounts[payee]},${tenge(day.amountMinor[i])},KZT,${CHANNELS[day.channel[i]]},${said(day, i)},${world.devices[day.device[i]]},${codes[payer]},${codes[payee]}\n`;
        const labelled = day.typology[i] > 0;
        if (labelled) laundering++;
        marks += labelled
          ? `${id},1,${SIM_TYPOLOGIES[day.typology[i]]},${day.ring[i]}\n`
          : `${id},0,,\n`;
        if (lines.length > CHUNK) {
          await transfers.write(lines);
          await labels.write(marks);
          lines = '';
          marks = '';
        }
      }
      count += day.count;
      await transfers.write(lines);
      await labels.write(marks);
    }
    await transfers.commit();
    await labels.commit();
  } finally {
    await transfers.abandon();
    await labels.abandon();
  }
  return { transfers: count, laundering };
}

/** An unknown purpose is an empty cell. */
function said(day: DayTransfers, i: number): string {
  return day.purpose[i] === 0 ? '' : PURPOSES[day.purpose[i]];
}

/** ISO 8601 in UTC to the second. The date is remembered, for it is the dear part. */
class IsoClock {
  #day = '';
  #dayStart = Number.NaN;

  iso(at: number): string {
    const start = at - (at % DAY_MS);
    if (start !== this.#dayStart) {
      this.#dayStart = start;
      this.#day = new Date(start).toISOString().slice(0, ISO_DAY_END);
    }
    const seconds = (at - start) / 1000;
    const minutes = Math.floor(seconds / 60);
    return `${this.#day}${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}Z`;
  }
}

const TWO = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

/** In the order of account numbers, which are random: an order of making would tell who was added late. */
function byNumber(world: SimWorld): number[] {
  const order = world.accounts.map((_, i) => i);
  return order.sort((a, b) => (world.accounts[a].number < world.accounts[b].number ? -1 : 1));
}

function* customerLines(world: SimWorld): Generator<string> {
  yield CUSTOMERS_HEADER;
  for (const i of byNumber(world)) {
    const account = world.accounts[i];
    const owner = world.parties[account.owner];
    const bank = SIM_BANKS[account.bank];
    const known = world.known[account.owner];
    const opening = world.openings[i];
    yield [
      account.number,
      owner.id,
      cell(owner.name),
      cell(bank.name),
      bank.code,
      owner.kind,
      date(account.openedAt),
      owner.bornAt === null ? '' : date(owner.bornAt),
      owner.incomeMonthMinor === 0 ? '' : tenge(owner.incomeMonthMinor),
      account.cards + opening.moreCards,
      world.devices[opening.device],
      known.phone,
      known.citizenship,
      flag(known.resident),
      cell(known.address),
      opening.ip,
      known.registeredAt === null ? '' : date(known.registeredAt),
      flag(opening.remote),
      known.phoneChangedAt === null ? '' : moment(known.phoneChangedAt),
      known.creditApplicationsAt.map(moment).join(';'),
      known.pep === 'none' ? '' : known.pep,
      known.relatives.map((party) => world.parties[party].id).join(';'),
    ].join(',');
  }
}

function* truthLines(world: SimWorld): Generator<string> {
  yield TRUTH_HEADER;
  for (const i of byNumber(world)) {
    const { role, typology, ring, lookalike } = world.truth[i];
    const none = (word: string) => (word === 'none' ? '' : word);
    yield [
      world.accounts[i].number,
      role,
      none(typology),
      ring === 0 ? '' : ring,
      none(lookalike),
    ].join(',');
  }
}

/** One JSON object a line, in order of time. `id` is the channel and the number of the message in it. */
function* postLines(world: SimWorld): Generator<string> {
  const posts = townChannels(world).flatMap((channel) =>
    channel.posts.map((post) => ({ channel: channel.name, ...post })),
  );
  for (const { channel, number, at, ring, ...post } of posts.sort((a, b) => a.at - b.at))
    yield JSON.stringify({
      id: `${channel}/${number}`,
      at: moment(at),
      ...post,
      ring: ring === 0 ? null : ring,
    });
}

const flag = (is: boolean): string => (is ? '1' : '0');

/** ISO 8601 in UTC to the second. */
const moment = (at: number): string => `${new Date(at).toISOString().slice(0, ISO_SECOND_END)}Z`;

const date = (at: number): string => new Date(at).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** RFC 4180. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const file = new PartFile(path);
  try {
    let gathered = '';
    for (const line of lines) {
      gathered += `${line}\n`;
      if (gathered.length > CHUNK) {
        await file.write(gathered);
        gathered = '';
      }
    }
    await file.write(gathered);
    await file.commit();
  } finally {
    await file.abandon();
  }
}

/** A file that is written beside its place and moved there when it is whole. */
class PartFile {
  readonly #path: string;
  readonly #part: string;
  readonly #stream;
  #done = false;
  #failure: Error | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#part = `${path}.part`;
    this.#stream = createWriteStream(this.#part);
    this.#stream.on('error', (error) => {
      this.#failure = error;
    });
  }

  async write(text: string): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    if (text !== '' && !this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  async commit(): Promise<void> {
    this.#stream.end();
    await finished(this.#stream);
    await rename(this.#part, this.#path);
    this.#done = true;
  }

  /** Removes the part of a file that did not become whole. */
  async abandon(): Promise<void> {
    if (this.#done) return;
    this.#done = true;
    this.#stream.destroy();
    await rm(this.#part, { force: true });
  }
}
