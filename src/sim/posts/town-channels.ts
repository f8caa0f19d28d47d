import { fakeHandle } from '../../domain/fake/handle.ts';
import { fakeKzPhone } from '../../domain/fake/phone.ts';
import { createRandom, type Random } from '../../domain/random.ts';
import { DAY_MS, HOUR_MS } from '../calendar.ts';
import type { SimRing, SimTypology, SimWorld } from '../model.ts';
import { phoneAt } from '../onboarding/phone-at.ts';
import { cardOf } from './card-of.ts';
import type { SimChannel, SimPost } from './model.ts';
import {
  CHATTER,
  CITIES,
  COURIER_OFFERS,
  DROPPER_OFFERS,
  SHOP_ADS,
  type Wording,
} from './wording.ts';

/** Honest messages a channel has a day. */
const CHATTER_A_DAY = 3;
/** Rings that look for their people in public. */
const RECRUITING = new Set<SimTypology>(['fraud_chain', 'drug_shop', 'smurfing', 'scatter_gather']);
/** A recruiter who is one of the ring and leaves the number that a bank knows, too. */
const OWN_PHONE = 0.35;

const CHANNELS = [
  { name: 'town_rabota', title: 'Работа и подработка' },
  { name: 'town_zhumys', title: 'Жұмыс бар' },
  { name: 'town_obyavleniya', title: 'Объявления города' },
  { name: 'town_sosedi', title: 'Соседи' },
] as const;

/** A post before it has its number. */
type Draft = Omit<SimPost, 'number'> & { readonly channel: number };

/**
 * Public channels of a simulated country over its whole period: posts of its rings, which name the handles, phones and
 * cards that the money then meets, among honest talk, warnings and news. The same world gives the same posts.
 */
export function townChannels(world: SimWorld): SimChannel[] {
  const random = createRandom(world.options.seed).fork('posts');
  const drafts = world.rings
    .filter(({ typology }) => RECRUITING.has(typology))
    .flatMap((ring) => ringPosts(world, ring, random.fork(`ring ${ring.id}`)));
  for (let channel = 0; channel < CHANNELS.length; channel++)
    drafts.push(...chatter(world, channel, random.fork(`chatter ${channel}`)));
  const from = world.options.from;
  const to = from + world.options.days * DAY_MS;
  return CHANNELS.map(({ name, title }, channel) => ({
    name,
    title,
    posts: drafts
      .filter((draft) => draft.channel === channel && draft.at >= from && draft.at < to)
      .sort((a, b) => a.at - b.at)
      .map(({ channel: _, ...post }, i) => ({ number: i + 1, ...post })),
  }));
}

/** What a ring posts: offers for weeks before and while it works, and what a shop sells, by the card of the day. */
function ringPosts(world: SimWorld, ring: SimRing, random: Random): Draft[] {
  const touched = ring.accounts
    .map((account) => world.truth[account].ringFrom)
    .filter((at) => !Number.isNaN(at));
  if (touched.length === 0) return [];
  const start = Math.min(...touched);
  const recruiter = contactsOf(world, ring, start, random);
  const isShop = ring.typology === 'drug_shop';
  const posts = offers(isShop ? COURIER_OFFERS : DROPPER_OFFERS, ring, recruiter, start, random);
  if (isShop) {
    posts.push(...offers(DROPPER_OFFERS, ring, recruiter, start, random));
    posts.push(...shopAds(world, ring, recruiter, random));
  }
  return posts;
}

interface Contacts {
  readonly handle: string;
  readonly phone: string;
}

function contactsOf(world: SimWorld, ring: SimRing, at: number, random: Random): Contacts {
  const organiser = ring.accounts.find((account) => world.truth[account].role === 'organiser');
  const own = organiser !== undefined && random.chance(OWN_PHONE);
  return {
    handle: fakeHandle(random),
    phone:
      (own && phoneAt(world, world.accounts[organiser].owner, at)) ||
      fakeKzPhone(random.fork('phone')),
  };
}

/** One wording, posted again and again with another city and sum, in some of the channels. */
function offers(
  wordings: readonly Wording[],
  ring: SimRing,
  contacts: Contacts,
  start: number,
  random: Random,
): Draft[] {
  const wording = random.pick(wordings);
  const times = random.int(3, 8);
  const places = random.shuffle([0, 1, 2]).slice(0, random.int(1, 3));
  let at = start - random.int(4, 14) * DAY_MS;
  return Array.from({ length: times }, () => {
    at += random.int(8, 70) * HOUR_MS + random.int(0, 3_599) * 1_000;
    return draftOf(wording, ring, random.pick(places), at, { ...contacts, card: '' }, random);
  });
}

/** A shop names the card that takes the money just then. */
function shopAds(world: SimWorld, ring: SimRing, contacts: Contacts, random: Random): Draft[] {
  return ring.accounts
    .filter((account) => world.truth[account].role === 'collector')
    .flatMap((account) => {
      const first = world.truth[account].ringFrom;
      if (Number.isNaN(first)) return [];
      const owner = world.accounts[account].owner;
      const phone = phoneAt(world, owner, first) || contacts.phone;
      const filled = { handle: contacts.handle, phone, card: cardOf(world, account) };
      const wording = random.pick(SHOP_ADS);
      return Array.from({ length: random.int(2, 4) }, (_, i) => {
        const at = first - 6 * HOUR_MS + i * random.int(20, 80) * HOUR_MS;
        return draftOf(wording, ring, random.int(0, 2), at, filled, random);
      });
    });
}

function draftOf(
  wording: Wording,
  ring: SimRing,
  channel: number,
  at: number,
  filled: Contacts & { readonly card: string },
  random: Random,
): Draft {
  const isAd = wording.asks.length === 0;
  const isCourier = wording.asks.includes('drug_courier');
  const sum = random.int(2, 30) * 5_000;
  return {
    channel,
    at,
    author: filled.handle,
    text: fill(wording, { ...filled, contact: `@${filled.handle}`, sum }, random),
    lang: wording.lang,
    label: isAd ? 'drug_ad' : isCourier ? 'drug_courier' : 'dropper',
    stance: 'offer',
    asks: wording.asks,
    ring: ring.id,
  };
}

function chatter(world: SimWorld, channel: number, random: Random): Draft[] {
  const { from, days } = world.options;
  return Array.from({ length: days * CHATTER_A_DAY }, (_, i) => {
    const said = random.pick(CHATTER);
    const day = Math.floor(i / CHATTER_A_DAY);
    return {
      channel,
      at: from + day * DAY_MS + random.int(4, 18) * HOUR_MS + random.int(0, 3_599) * 1_000,
      author: fakeHandle(random),
      text: fill(said, { sum: random.int(2, 40) * 1_000 }, random),
      lang: said.lang,
      label: 'legit' as const,
      stance: said.stance,
      asks: [],
      ring: 0,
    };
  });
}

function fill(
  { text, lang }: Wording,
  parts: Readonly<Record<string, string | number>>,
  random: Random,
): string {
  const city = random.pick(CITIES[lang]);
  const written: Record<string, string> = { city };
  for (const [name, part] of Object.entries(parts))
    written[name] = typeof part === 'number' ? spaced(part) : part;
  if (written.card !== undefined) written.card = written.card.replace(/(.{4})(?=.)/g, '$1 ');
  return text.replace(/\{(\w+)\}/g, (_, name: string) => written[name] ?? '');
}

/** 150000 as '150 000'. */
const spaced = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ' ');
