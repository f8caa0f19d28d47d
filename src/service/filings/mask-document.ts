import type { Fm1Document, Fm1Values } from '../../exchange/fm1/document.ts';

/** Requisites of part 4 that tell of no person: roles, kinds, countries, banks. */
const OPEN = /^4\.(?:[1-6]$|7\(1\.1\)|7\(1\.2\)|7\(1\.3\)|12$|15$)/;

/** A document for who may see that people are named, and not who: values of part 4 become dots. */
export const maskDocument = (document: Fm1Document): Fm1Document => ({
  ...document,
  message: { ...document.message, ...(document.message['3.14'] && { '3.14': DOTS }) },
  participants: document.participants.map(({ fields, founders }) => ({
    fields: masked(fields),
    founders: founders.map(masked),
  })),
});

const DOTS = '••••';

const masked = (values: Fm1Values): Fm1Values =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, OPEN.test(id) ? value : DOTS]),
  );
