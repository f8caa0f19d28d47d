import type { Random } from '../domain/random.ts';
import { SIM_BANKS } from './banks.ts';
import type { HourProfile } from './calendar.ts';
import type { Registry } from './registry.ts';

/** A place that takes card and QR payments. */
interface Shop {
  readonly account: number;
  readonly kind: ShopKind;
}

interface ShopKind {
  readonly name: string;
  /** Share of purchases; only the proportions matter. */
  readonly weight: number;
  /** Median and spread (sigma of the logarithm) of one purchase, tenge. Our own estimates. */
  readonly medianTenge: number;
  readonly sigma: number;
  readonly hours: HourProfile;
}

const SHOP_KINDS: readonly ShopKind[] = [
  { name: 'Продукты', weight: 40, medianTenge: 3_200, sigma: 0.8, hours: 'shop' },
  { name: 'Кафе', weight: 18, medianTenge: 2_600, sigma: 0.6, hours: 'shop' },
  { name: 'Транспорт', weight: 12, medianTenge: 900, sigma: 0.8, hours: 'person' },
  { name: 'АЗС', weight: 8, medianTenge: 8_000, sigma: 0.4, hours: 'shop' },
  { name: 'Аптека', weight: 7, medianTenge: 4_000, sigma: 0.8, hours: 'shop' },
  { name: 'Онлайн-заказ', weight: 7, medianTenge: 7_500, sigma: 0.9, hours: 'evening' },
  { name: 'Одежда', weight: 4, medianTenge: 14_000, sigma: 0.7, hours: 'shop' },
  { name: 'Стройматериалы', weight: 2, medianTenge: 16_000, sigma: 1, hours: 'shop' },
  { name: 'Электроника', weight: 1, medianTenge: 60_000, sigma: 0.9, hours: 'shop' },
];

/** Mean of one purchase in tenge over all kinds: what a budget is divided by. */
export const MEAN_PURCHASE_TENGE =
  SHOP_KINDS.reduce(
    (sum, kind) => sum + kind.weight * kind.medianTenge * Math.exp(kind.sigma ** 2 / 2),
    0,
  ) / SHOP_KINDS.reduce((sum, kind) => sum + kind.weight, 0);

/** Organisations everybody deals with; every number is an account. */
export interface Economy {
  readonly shops: readonly Shop[];
  /** Indexes of `shops`, each as often as it is visited. */
  readonly shopDraw: Uint32Array;
  readonly utilities: readonly number[];
  readonly employers: readonly number[];
  readonly wholesalers: readonly number[];
  readonly restaurants: readonly number[];
  readonly taxiFleets: readonly number[];
  readonly marketplaces: readonly number[];
  readonly dealers: readonly number[];
  readonly exchanges: readonly number[];
  readonly funds: readonly number[];
  readonly remittance: number;
  readonly state: number;
  readonly university: number;
  readonly taxOffice: number;
  /** Cash desk and cash machines, and the lending desk, of each bank. */
  readonly cashDesks: readonly number[];
  readonly lenders: readonly number[];
}

const DRAW_SLOTS = 4096;
const UTILITIES = ['Энергосбыт', 'Теплосети', 'Водоканал', 'Интернет и связь', 'Мобильная связь'];

export function buildEconomy(registry: Registry, people: number, random: Random): Economy {
  const many = (perPerson: number, least: number) =>
    Math.max(least, Math.round(people * perPerson));
  const companies = (count: number) =>
    Array.from({ length: count }, () => registry.addHub(undefined));
  const kindWeights = SHOP_KINDS.map((kind) => kind.weight);
  const shops = Array.from({ length: many(1 / 50, 24) }, (_, i): Shop => {
    const kind = i < SHOP_KINDS.length ? SHOP_KINDS[i] : random.weighted(SHOP_KINDS, kindWeights);
    return { kind, account: registry.addHub(`${kind.name}, магазин ${i + 1}`) };
  });
  return {
    shops,
    shopDraw: shopDraw(shops, random),
    utilities: UTILITIES.map((name) => registry.addHub(`ТОО «${name}»`)),
    employers: companies(many(1 / 40, 8)),
    wholesalers: companies(many(1 / 150, 5)),
    restaurants: companies(many(1 / 400, 3)),
    taxiFleets: companies(many(1 / 1000, 2)),
    marketplaces: companies(2),
    dealers: companies(many(1 / 1000, 2)),
    exchanges: ['ТОО «Цифровая биржа МФЦА 1»', 'ТОО «Цифровая биржа МФЦА 2»'].map((name) =>
      registry.addHub(name),
    ),
    funds: ['ОФ «Жан жылуы»', 'ОФ «Камкор болашак»'].map((name) => registry.addHub(name)),
    remittance: registry.addHub('Система денежных переводов'),
    state: registry.addHub('НАО «Выплаты населению»'),
    university: registry.addHub('НАО «Университет»'),
    taxOffice: registry.addHub('РГУ «Управление государственных доходов»'),
    cashDesks: SIM_BANKS.map((bank, i) => registry.addHub(`${bank.name}, касса`, i)),
    lenders: SIM_BANKS.map((bank, i) => registry.addHub(`${bank.name}, кредиты`, i)),
  };
}

/** Popularity within a kind falls like 1/rank; kinds share the visits by their weight. */
function shopDraw(shops: readonly Shop[], random: Random): Uint32Array {
  const rankInKind = new Map<ShopKind, number>();
  const raw = shops.map(({ kind }) => {
    const rank = (rankInKind.get(kind) ?? 0) + 1;
    rankInKind.set(kind, rank);
    return 1 / (rank + 2);
  });
  const kindTotal = new Map<ShopKind, number>();
  shops.forEach(({ kind }, i) => {
    kindTotal.set(kind, (kindTotal.get(kind) ?? 0) + raw[i]);
  });
  const weights = shops.map(({ kind }, i) => (kind.weight * raw[i]) / (kindTotal.get(kind) ?? 1));
  const indexes = shops.map((_, i) => i);
  return Uint32Array.from({ length: DRAW_SLOTS }, () => random.weighted(indexes, weights));
}
