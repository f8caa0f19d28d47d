import type { CaseOfficer, CaseParty } from '../../domain/case/case-file.ts';
import { elementWire, tlpOf } from '../element-marks.ts';
import { toWire } from '../elements/wire.ts';
import { saysMore } from './extension.ts';
import { ownId } from './ids.ts';
import type { StixWriting } from './writing.ts';

/** Identities: the institution that sends, then each party. Gives the identity of each party by its id. */
export function writeParties(writing: StixWriting): Map<string, string> {
  writeInstitution(writing);
  return new Map(writing.file.parties.map((party) => [party.id, writeParty(writing, party)]));
}

function writeInstitution(writing: StixWriting): void {
  const { institution, officer } = writing.file;
  writing.add('identity', writing.by, writing.options.tlp, {
    name: institution.name === '' ? 'Sender' : institution.name,
    identity_class: 'organization',
    sectors: ['financial-services'],
    contact_information: lines(officer === null ? [] : contactsOf(officer)),
    extensions: saysMore({
      institution: toWire(institution),
      ...(officer === null ? {} : { officer: toWire(officer, ['userId']) }),
    }),
  });
}

const contactsOf = ({ name, job, phone, email }: CaseOfficer) => [name, job, phone, email];

const CLASSES: Readonly<Record<CaseParty['kind'], string>> = {
  person: 'individual',
  sole_trader: 'individual',
  company: 'organization',
  unknown: 'unknown',
};

function writeParty(writing: StixWriting, party: CaseParty): string {
  const id = ownId('identity', writing.file, 'party', party.id);
  writing.add('identity', id, tlpOf(party.origin, writing.options), {
    // The format demands a name; the extension says whether it is one.
    name: party.name ?? `Party ${party.id}`,
    identity_class: CLASSES[party.kind],
    roles: [party.role],
    contact_information: lines([...party.phones, ...party.emails, party.address]),
    extensions: saysMore({
      party: {
        ...elementWire(party, ['name', 'role']),
        ...(party.name === null ? { unnamed: true } : {}),
      },
    }),
  });
  return id;
}

/** What is told, a line each; undefined: nothing is. */
const lines = (parts: readonly (string | null)[]): string | undefined =>
  parts.filter((part) => part !== null && part !== '').join('\n') || undefined;
