import { createRandom, type Random } from '../../domain/random.ts';
import type { ListKind } from '../../screening/lists/list-kind.ts';
import type { SimParty, SimWorld } from '../../sim/model.ts';
import { personName } from '../../sim/names.ts';
import type { Principal } from '../access/principal.ts';
import { activateVersion } from '../lists/activate-version.ts';
import { createList } from '../lists/create-list.ts';
import { importVersion } from '../lists/import-version.ts';
import type { Lists } from '../lists/lists.ts';
import { passportName } from './passport-name.ts';

/** A row of a list that is made up. */
interface Row {
  readonly name: string;
  readonly birth: string;
  readonly iin: string;
}

/** Names that mean nobody in the town, beside those that do. */
const STRANGERS = 60;
const NAMESAKES = 6;
const WATCHED = 4;

/**
 * Lists that the town's banks look at, every name in them made up: public officials, in the Latin letters of their passports,
 * and whom the banks watch, some by number and some who only bear the name of a customer.
 */
export async function townLists(lists: Lists, by: Principal, world: SimWorld): Promise<void> {
  const random = createRandom(world.options.seed).fork('lists');
  await put(lists, by, 'pep', 'Town officials (made up)', officials(world, random));
  await put(lists, by, 'internal', 'Town watch list (made up)', watched(world, random));
}

function officials({ parties, known }: SimWorld, random: Random): Row[] {
  const inOffice = parties.filter((_, party) => ['domestic', 'foreign'].includes(known[party].pep));
  return [
    ...inOffice.map((party) => ({
      name: passportName(party.name),
      birth: birthOf(party),
      iin: '',
    })),
    ...Array.from({ length: STRANGERS }, () => stranger(random)),
  ];
}

function watched({ parties, rings, accounts }: SimWorld, random: Random): Row[] {
  const people = parties.filter(({ bornAt }) => bornAt !== null);
  const suspects = rings
    .map(({ accounts: [first] }) => parties[accounts[first].owner])
    .filter(({ bornAt }) => bornAt !== null)
    .slice(0, WATCHED);
  return [
    ...suspects.map((party) => ({ name: party.name, birth: birthOf(party), iin: party.id })),
    // Somebody else of the same name: a person finds that out, and says so.
    ...Array.from({ length: NAMESAKES }, () => ({
      name: random.pick(people).name,
      birth: '',
      iin: '',
    })),
    ...Array.from({ length: STRANGERS }, () => stranger(random)),
  ];
}

const stranger = (random: Random): Row => ({
  name: personName(random, random.chance(0.5)),
  birth: `${random.int(1950, 2000)}-0${random.int(1, 9)}-1${random.int(0, 9)}`,
  iin: '',
});

const birthOf = ({ bornAt }: SimParty): string =>
  bornAt === null ? '' : new Date(bornAt).toISOString().slice(0, 'YYYY-MM-DD'.length);

async function put(
  lists: Lists,
  by: Principal,
  kind: ListKind,
  name: string,
  rows: readonly Row[],
): Promise<void> {
  if (await isThere(lists, name)) return;
  const made = { institutionId: null, kind, name, source: 'made up', handling: 'ask' };
  const listId = await createList(lists, by, made);
  const lines = rows.map((row, i) => `${i + 1},${row.name},${row.birth},${row.iin}\n`);
  const file = Buffer.from(`id,name,birth,iin\n${lines.join('')}`);
  const { number } = await importVersion(lists, by, listId, {
    fileName: `${kind}.csv`,
    chunks: piecesOf(file),
  });
  await activateVersion(lists, by, listId, number, 'made up for the town');
}

/** The town was interrupted at its founding. */
const isThere = async ({ store }: Lists, name: string): Promise<boolean> =>
  (await store.db
    .selectFrom('lists')
    .select('list_id')
    .where('institution_id', 'is', null)
    .where('name', '=', name)
    .executeTakeFirst()) !== undefined;

async function* piecesOf(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield file;
}
