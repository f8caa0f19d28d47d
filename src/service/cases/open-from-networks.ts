import { sql } from 'kysely';
import { dayAt, startOfDay } from '../../law/calendar.ts';
import type { Transaction } from '../../store/store.ts';
import { SYSTEM } from '../audit/entry.ts';
import { addThings, nameOfThing } from './case-items.ts';
import { findCase, holdCase } from './case-row.ts';
import type { CaseDeps } from './deps.ts';
import { keepNetworks } from './kept-networks.ts';
import { openBySystem } from './open-case.ts';
import { auditOf, type Step, writeStep } from './write-step.ts';

/** Cases that one tick opens or adds to, and networks that it looks at for that. */
const OPEN_MOST = 10;
const LOOK_MOST = 50;

interface Candidate {
  readonly network_id: string;
  readonly institution_id: number;
  readonly certainty: number;
  readonly members: number;
}

/**
 * Networks that are certain and harmful enough, and that no case holds, become cases of the institution most concerned: the one
 * whose accounts took the most of the network's money. One case a network, so many a day of Almaty for each institution. A
 * network is named by its oldest member, so a ring that is found again may come under another name: half of its members in a
 * network of a case make it that case's, as far as the case is still worked on. A network that a person took out of a case, or
 * whose case was closed, is not opened again by itself. Returns the numbers of the cases, new or added to.
 */
export async function openFromNetworks(deps: CaseDeps): Promise<number[]> {
  const { store, law, now, book } = deps;
  const since = startOfDay(law.calendar, dayAt(law.calendar, now()));
  return store.write(async (trx) => {
    // Two processes at once would open one network twice.
    await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(trx);
    const candidates = await candidatesOf(trx, deps);
    const today = await openedSince(trx, since);
    const done: number[] = [];
    for (const candidate of candidates) {
      if (done.length >= OPEN_MOST) break;
      const known = await sameRing(trx, candidate);
      if (known !== undefined) {
        if (await addTo(deps, trx, known, candidate)) done.push(known.case_id!);
        // Kept either way, so that it is not looked at again.
        await keepNetworks(trx, candidate.institution_id, [candidate.network_id], now());
        continue;
      }
      const count = today.get(candidate.institution_id) ?? 0;
      if (count >= book.opens.dayMost) continue;
      today.set(candidate.institution_id, count + 1);
      done.push(await openBySystem(deps, trx, wishOf(candidate)));
    }
    return done;
  });
}

interface Ring {
  /** Null: a person took that network out of its case. */
  readonly case_id: number | null;
}

/** A kept network of the institution that has half of the working members of this one; undefined: none has. */
async function sameRing(
  trx: Transaction,
  { network_id, institution_id }: Candidate,
): Promise<Ring | undefined> {
  const { rows } = await sql<Ring>`
    WITH working AS (
      SELECT m->'account' AS account
      FROM networks n CROSS JOIN LATERAL jsonb_array_elements(n.body->'members') m
      WHERE n.network_id = ${network_id} AND m->>'role' <> 'victim'),
    met AS (
      SELECT k.network_id, count(*) AS common
      FROM working w JOIN case_networks k
        ON k.body @> jsonb_build_object('members', jsonb_build_array(jsonb_build_object('account', w.account)))
      WHERE k.institution_id = ${institution_id}
      GROUP BY k.network_id)
    SELECT i.case_id FROM met
    LEFT JOIN case_items i ON i.kind = 'network' AND i.ref = met.network_id
      AND i.institution_id = ${institution_id} AND i.removed_at IS NULL
    WHERE met.common * 2 >= (SELECT count(*) FROM working)
    ORDER BY met.common DESC, i.case_id DESC NULLS LAST LIMIT 1`.execute(trx);
  return rows[0];
}

/** The ring under its new name goes to the case that has it; a case that is over stays as it is. */
async function addTo(
  deps: CaseDeps,
  trx: Transaction,
  { case_id }: Ring,
  { network_id }: Candidate,
): Promise<boolean> {
  if (case_id === null) return false;
  await holdCase(trx, case_id);
  const row = await findCase(trx, case_id);
  if (row.state === 'closed' || row.state === 'merged') return false;
  const at = deps.now();
  const thing = { kind: 'network', ref: network_id } as const;
  const added = await addThings(deps, trx, row, [thing], { at, by: null });
  if (added.length === 0) return false;
  const step: Step = {
    act: 'add_item',
    at,
    actor: SYSTEM,
    detail: { items: added.map(nameOfThing) },
  };
  await deps.audit.appendIn(trx, auditOf(await writeStep(deps, trx, row, step), step));
  return true;
}

/** Of our own, for the one who opens by system: "qrgcase" in bytes. */
const LOCK = 0x71_72_67_63_61;

const wishOf = ({ network_id, institution_id, certainty, members }: Candidate) => ({
  institutionId: institution_id,
  networkId: network_id,
  // Whoever opens it reads the story in their own language.
  title: `Желі / Сеть ${network_id} (${members})`,
  reason:
    `Желі ${network_id}: сенімділігі ${certainty} %, шоттар саны ${members}. ` +
    `Сеть ${network_id}: достоверность ${certainty} %, счетов ${members}. Certainty ${certainty}%, accounts: ${members}.`,
});

async function candidatesOf(trx: Transaction, { book }: CaseDeps): Promise<Candidate[]> {
  const { certaintyLeast, harmLeastMinor } = book.opens;
  const { rows } = await sql<Candidate>`
    SELECT n.network_id, n.certainty, concerned.institution_id,
      jsonb_array_length(n.body->'members') AS members
    FROM networks n
    CROSS JOIN LATERAL (
      SELECT a.institution_id
      FROM jsonb_array_elements(n.body->'members') m
      JOIN accounts a ON a.account_no = (m->>'account')::int
      WHERE m->>'role' <> 'victim'
      GROUP BY a.institution_id
      ORDER BY sum((m->>'inMinor')::numeric) DESC, a.institution_id LIMIT 1) concerned
    WHERE n.certainty >= ${Math.round(certaintyLeast * 100)} AND n.harm_minor >= ${harmLeastMinor}
      AND NOT EXISTS (SELECT FROM case_items i WHERE i.kind = 'network' AND i.ref = n.network_id)
      AND NOT EXISTS (SELECT FROM cases c WHERE c.from_network = n.network_id)
      AND NOT EXISTS (SELECT FROM case_networks k
        WHERE k.network_id = n.network_id AND k.institution_id = concerned.institution_id)
    ORDER BY n.rank, n.network_id LIMIT ${LOOK_MOST}`.execute(trx);
  return rows;
}

async function openedSince(trx: Transaction, since: number): Promise<Map<number, number>> {
  const { rows } = await sql<{ institution_id: number; count: number }>`
    SELECT institution_id, count(*)::int AS count FROM cases
    WHERE opened_by IS NULL AND opened_at >= ${since} GROUP BY institution_id`.execute(trx);
  return new Map(rows.map(({ institution_id, count }) => [institution_id, count]));
}
