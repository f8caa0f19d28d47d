import type { CaseParty } from '../../domain/case/case-file.ts';
import { reachOf } from './contacts.ts';
import { latinName } from './latin.ts';
import { midnight } from './times.ts';
import { country, once, roleRemark, type Told, type Writing } from './writing.ts';
import { comments, someGroup, someText, text } from './xml.ts';

/**
 * An organisation as t_entity. Never as t_entity_my_client, which demands directors and a registered address: a case knows
 * neither, and they are not made up.
 */
export const entityTold = (writing: Writing, party: CaseParty): Told =>
  once(writing, `entity:${party.id}`, () => {
    if (party.isClient)
      writing.left.add(
        `party ${party.id}: told as an organisation and not as a client: no directors, no registered address`,
      );
    return { xml: entityXml(writing, party), asClient: false };
  });

function entityXml(writing: Writing, party: CaseParty): string {
  const { tables, left } = writing;
  const name = latinName(party.name ?? '', 255);
  if (name.lost)
    left.add(
      `party ${party.id}: letters of the name have no Latin form; the original stands beside`,
    );
  if (name.latin === '' && !name.lost) left.add(`party ${party.id}: no name`);
  const reach = reachOf(writing, party);
  const residence = party.resident === true ? writing.file.institution.country : party.citizenship;
  return [
    text('name', name.latin === '' ? tables.unknown.text : name.latin, 255),
    text('incorporation_legal_form', tables.legalForm, 50),
    someText('incorporation_number', party.taxNumber, 50),
    someText('business', party.occupation, 255),
    someGroup('phones', reach.phones),
    someGroup('addresses', reach.addresses),
    reach.devices,
    reach.emails,
    residence === null ? '' : text('incorporation_country_code', country(writing, residence), 50),
    someText('incorporation_date', midnight(party.registeredOn), 19),
    someText('tax_number', party.taxNumber, 100),
    comments([
      name.latin === party.name || party.name === null ? '' : `Name: ${party.name}`,
      roleRemark(party.role),
      ...(writing.contacts.get(party.id) ?? [])
        .filter(({ kind }) => kind === 'handle' || kind === 'bot' || kind === 'profile')
        .map(({ kind, value }) => `${kind}: ${value}`),
      ...reach.rest,
    ]),
  ].join('');
}
