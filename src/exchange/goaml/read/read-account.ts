import type { AccountHome, CaseAccount } from '../../../domain/case/case-file.ts';
import { readEntity, readPerson, readUnknownHolder, roleOf } from './read-party.ts';
import { type Reading, remarks } from './reading.ts';
import { child, children, told, type XmlNode } from './xml-tree.ts';

const ACCOUNT = new Set(
  (
    'institution_name institution_code swift institution_country non_bank_institution branch account currency_code account_name ' +
    'iban client_number personal_account_type account_type t_entity signatory related_persons opened status_code beneficiary ' +
    'network_devices comments'
  ).split(' '),
);

/** A t_account or t_account_my_client; gives its id. */
export function readAccount(reading: Reading, node: XmlNode, isClients: boolean): string {
  const { tables } = reading;
  const number = told(node, 'account') ?? '';
  const key = `${told(node, 'swift') ?? told(node, 'institution_code') ?? ''}|${number}`;
  const known = reading.accounts.get(key);
  if (known !== undefined) return known.id;
  const said = remarks(node);
  const type = told(node, 'personal_account_type') ?? told(node, 'account_type');
  const id = `a${reading.accounts.size + 1}`;
  reading.understood(node, ACCOUNT, id);
  const clientNumber = told(node, 'client_number');
  const whose = { clientNumber, isClient: isClients || clientNumber !== null };
  const [hops] = said.get('Steps from the first payer') ?? [];
  const account: CaseAccount = {
    id,
    account: number === tables.unknown.text ? '' : number,
    isIban: told(node, 'iban') !== null,
    isWallet: type === tables.accountType.wallet,
    home: homeOf(reading, node, said),
    currency: told(node, 'currency_code') ?? said.get('Currency')?.[0] ?? '',
    holder: holderOf(reading, node, said, whose),
    role: roleOf(said),
    openedAt: reading.at(told(node, 'opened')),
    status: reading.keyOf(tables.accountStatus, told(node, 'status_code')) ?? 'active',
    hops: hops === undefined || !/^\d{1,4}$/.test(hops) ? null : Number(hops),
    isForeign: false,
    ...devicesOf(node, said),
    origin: reading.origin,
  };
  reading.accounts.set(key, account);
  return id;
}

function homeOf(
  reading: Reading,
  node: XmlNode,
  said: ReadonlyMap<string, readonly string[]>,
): AccountHome | null {
  const bic = told(node, 'swift');
  const code = told(node, 'institution_code');
  const known = code === reading.tables.unknown.text ? null : code;
  const name = told(node, 'institution_name');
  if (bic === null && known === null && name === null) return null;
  return {
    code: said.get('Code of the institution')?.[0] ?? known ?? bic ?? '',
    name: name ?? '',
    country: reading.known(told(node, 'institution_country')) ?? '',
    bic,
  };
}

type HolderOf = Parameters<typeof readPerson>[2];

function holderOf(
  reading: Reading,
  node: XmlNode,
  said: ReadonlyMap<string, readonly string[]>,
  whose: HolderOf,
): string | null {
  const entity = child(node, 't_entity');
  const related = children(child(node, 'related_persons'), 'account_related_person');
  const people = [...children(node, 'signatory'), ...related].flatMap(
    (one) => child(one, 't_person') ?? [],
  );
  if (entity !== undefined) {
    for (const person of people)
      readPerson(reading, person, { clientNumber: null, isClient: false });
    return readEntity(reading, entity, whose);
  }
  const [first, ...more] = people;
  for (const person of more) readPerson(reading, person, { clientNumber: null, isClient: false });
  return first === undefined
    ? readUnknownHolder(reading, node, said, whose)
    : readPerson(reading, first, whose);
}

function devicesOf(node: XmlNode, said: ReadonlyMap<string, readonly string[]>) {
  const told_ = children(child(node, 'network_devices'), 'network_device');
  const addresses = told_.flatMap((device) => {
    const address = child(device, 'ip_address');
    return told(address, 'ipv4') ?? told(address, 'ipv6') ?? [];
  });
  const devices = told_.flatMap((device) => told(device, 'device_number') ?? []);
  return {
    devices: [...new Set([...devices, ...(said.get('Device') ?? [])])],
    ips: [...addresses, ...(said.get('IP address') ?? [])],
  };
}
