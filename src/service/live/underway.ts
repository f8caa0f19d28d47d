import type { Outcome } from './decided.ts';
import type { TransferRequest } from './transfer-request.ts';

/** One request on its way: whoever sends an id of it again waits for the same outcome. */
export interface Underway {
  /** In the order of the transfers. */
  readonly done: Promise<readonly Outcome[]>;
  readonly transfers: readonly TransferRequest[];
}

/** The ids on their way to the disk, each with the request that brought it first. */
export class UnderwayIds {
  /** A map within a map: no key is put together for each transfer. */
  readonly #requests = new Map<number, Map<string, Underway>>();

  of(institutionId: number, id: string): Underway | undefined {
    return this.#requests.get(institutionId)?.get(id);
  }

  /** Ids that are on their way already stay with whoever brought them. */
  enter(institutionId: number, request: Underway): void {
    const ids = this.#requests.get(institutionId) ?? new Map<string, Underway>();
    this.#requests.set(institutionId, ids);
    for (const { id } of request.transfers) if (!ids.has(id)) ids.set(id, request);
  }

  leave(institutionId: number, request: Underway): void {
    const ids = this.#requests.get(institutionId);
    for (const { id } of request.transfers) if (ids?.get(id) === request) ids.delete(id);
  }
}
