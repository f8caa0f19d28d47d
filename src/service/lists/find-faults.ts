import { type ErrorCode, messageOf } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { Page } from '../cursor.ts';
import type { Lists } from './lists.ts';
import { NumberedPages, type PageWish } from './page.ts';

/** What of a version's file was not taken as it stands. */
export interface FaultView {
  readonly line: number;
  readonly column: string;
  readonly code: ErrorCode;
  readonly effect: string;
  readonly message: string;
}

const FAULTS = new NumberedPages('list-faults', -1);

/** Faults in the order of the file, the first 10,000 of it; how many there are in all stands in the version. */
export function findFaults(
  lists: Lists,
  by: Principal,
  listId: number,
  number: number,
  wish: PageWish,
  language: Language,
): Promise<Page<FaultView>> {
  return lists.store.read(scopeOf(by), async (trx) => {
    const rows = await trx
      .selectFrom('list_faults')
      .select(['place', 'line', 'column_name', 'code', 'args', 'effect'])
      .where('list_id', '=', listId)
      .where('number', '=', number)
      .where('place', '>', FAULTS.after(wish))
      .orderBy('place')
      .limit(wish.limit + 1)
      .execute();
    return FAULTS.of(
      rows,
      wish,
      (row) => row.place,
      ({ line, column_name, code, args, effect }) => {
        const problem = { code: code as ErrorCode, args };
        return {
          line,
          column: column_name,
          code: problem.code,
          effect,
          message: messageOf(problem, language),
        };
      },
    );
  });
}
