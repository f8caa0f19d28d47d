import { expect, it } from 'vitest';
import { type Portal, tickPortal } from './open-portal.ts';

it('from where reports came is forgotten and contacts are kept though classes cannot be ended', async () => {
  const done: string[] = [];
  const write = (name: string) => async () => {
    done.push(name);
    throw new Error(name);
  };
  const desk = (name: string) => ({ store: { write: write(name) }, now: () => 0 });
  const reports = { ...desk('reports'), pictures: { rest: () => {} } };
  const portal = { classes: desk('classes'), reports, known: desk('known') };
  const ticked = tickPortal(portal as never as Portal, new AbortController().signal);
  await expect(ticked).rejects.toThrow('classes');
  expect(done).toEqual(['classes', 'reports', 'known']);
});
