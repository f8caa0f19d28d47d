import { sql } from 'kysely';
import { dayAt, startOfDay } from '../../law/calendar.ts';
import type { Transaction } from '../../store/store.ts';
import type { CaseDeps } from './deps.ts';
import { openBySystem } from './open-case.ts';

/** Cases that one tick opens. */
const OPEN_MOST = 10;

interface Candidate {
  readonly network_id: string;
  readonly institution_id: number;
  readonly certainty: number;
  readonly members: number;
}

/**
 * Networks that are certain and harmful enough, and that no case holds, become cases of the institution most concerned: the one
 * whose accounts took the most of the network's money. One case a network, so many a day of Almaty for each institution. A
 * network that a person took out of a case, or whose case was closed, is not opened again by itself. Returns their numbers.
 */
export async function openFromNetworks(deps: CaseDeps): Promise<number[]> {
  const { store, law, now, book } = deps;
  const since = startOfDay(law.calendar, dayAt(law.calendar, now()));
  return store.write(async (trx) => {
    // Two processes at once would open one network twice.
    await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(trx);
    const candidates = await candidatesOf(trx, deps);
    const today = await openedSince(trx, since);
    const opened: number[] = [];
    for (const candidate of candidates) {
      const count = today.get(candidate.institution_id) ?? 0;
      if (opened.length >= OPEN_MOST || count >= book.opens.dayMost) continue;
      today.set(candidate.institution_id, count + 1);
      opened.push(await openBySystem(deps, trx, wishOf(candidate)));
    }
    return opened;
  });
}

/** Of our own, for the one who opens by system: "qrgcase" in bytes. */
const LOCK = 0x71_72_67_63_61;

const wishOf = ({ network_id, institution_id, certainty, members }: Candidate) => ({
  institutionId: institution_id,
  networkId: network_id,
  // Whoever opens it reads the story in their own language.
  title: `Желі / Сеть ${network_id} (${members})`,
  reason: `network ${network_id}: certainty ${certainty} of 100, ${members} accounts`,
});

const CANDIDATES_MOST = 200;

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
    ORDER BY n.rank, n.network_id LIMIT ${CANDIDATES_MOST}`.execute(trx);
  return rows;
}

async function openedSince(trx: Transaction, since: number): Promise<Map<number, number>> {
  const { rows } = await sql<{ institution_id: number; count: number }>`
    SELECT institution_id, count(*)::int AS count FROM cases
    WHERE opened_by IS NULL AND opened_at >= ${since} GROUP BY institution_id`.execute(trx);
  return new Map(rows.map(({ institution_id, count }) => [institution_id, count]));
}
