import type { Language } from '../../domain/language.ts';

/**
 * What of a case may leave, in pieces that a person can say yes or no to. Each field of a case file is of one class
 * (element-fields.ts), or is frame: ids that Qorgan gives, kinds, and marks, which tell nothing of a person.
 *
 * A writer declares what it can say (`carries`) and what it cannot do without (`needs`).
 */
export const FIELD_CLASSES = [
  'case.number',
  'case.title',
  'case.progress', // when it was opened, its state and outcome
  'sender.institution',
  'sender.officer',
  'party.role',
  'party.name',
  'party.taxNumber', // IIN or BIN
  'party.bornOn',
  'party.birthPlace',
  'party.sex',
  'party.citizenship', // and residence
  'party.pep',
  'party.address',
  'party.phones',
  'party.emails',
  'party.document',
  'party.registeredOn',
  'party.occupation',
  'party.client', // that it is the sender's client
  'account.number', // IBAN, card as first six and last four, wallet
  'account.home', // the institution and country
  'account.holder', // whose it is
  'account.role', // and steps from the first payer
  'account.openedAt',
  'account.status',
  'account.devices', // and IP addresses
  'transfer.reference', // as the bank names it
  'transfer.time',
  'transfer.amount',
  'transfer.channel', // and purpose
  'transfer.text',
  'transfer.verdict', // score and rules
  'transfer.state',
  'post.text',
  'post.url',
  'post.author',
  'post.time',
  'post.label', // what it asks for, and its campaign; its kind goes along with any of it
  'post.capture', // SHA-256 of the sealed copy
  'contact.value',
  'signal.rule', // and technique
  'signal.text',
  'network.figures', // certainty, harm, countries
  'network.story',
  'hold.state',
  'fact.said', // what people said of the acts
  'fact.note',
  'fact.by',
] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];

/** A class in words of the sender. */
export interface FieldWords {
  readonly title: Readonly<Record<Language, string>>;
  /** What the reader needs it for: why it could leave at all. */
  readonly why: Readonly<Record<Language, string>>;
  /** Tells of a person: leaves only where the purpose needs it. */
  readonly personal: boolean;
}
