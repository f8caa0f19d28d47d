import type { CustomerLink, CustomerProfile, LinkKind } from '../profile.ts';
import { factorRule } from './factor-rule.ts';

/** Phones and devices are held in a hand; addresses and IPs have room for many. */
const isHeld = ({ kind }: CustomerLink) => kind === 'phone' || kind === 'device';

/** Others whom no family explains; a crowd explains an address or an IP, never a phone or a device. */
const strangersOf = (link: CustomerLink): number =>
  link.crowd && !isHeld(link) ? 0 : Math.max(0, link.customers - link.family);

/** The most strangers behind one identifier of the kind: two phones shared with one each are not one shared with two. */
const sharing = (kind: LinkKind) =>
  factorRule({
    limits: [],
    facts: ['others'],
    measure({ links }) {
      const others = links
        .filter((link) => link.kind === kind)
        .reduce((most, link) => Math.max(most, strangersOf(link)), 0);
      return { value: others, facts: { others } };
    },
  });

const listedBy = (profile: CustomerProfile, counts: (link: CustomerLink) => boolean): number =>
  profile.links.filter(counts).reduce((most, { listed }) => Math.max(most, listed), 0);

/** Who else has the customer's phone, device, address or IP. */
export const LINK_FACTORS = {
  'shared-phone': sharing('phone'),
  'shared-device': sharing('device'),
  'shared-address': sharing('address'),
  'shared-ip': sharing('ip'),
  'linked-to-listed': factorRule({
    limits: [],
    facts: ['others'],
    measure(profile) {
      const others = listedBy(profile, isHeld);
      return { value: others, facts: { others } };
    },
  }),
  'near-listed': factorRule({
    limits: [],
    facts: ['others'],
    measure(profile) {
      const others = listedBy(profile, (link) => !isHeld(link) && !link.crowd);
      return { value: others, facts: { others } };
    },
  }),
};
