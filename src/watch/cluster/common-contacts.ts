import type { Campaign, KnownContact, PostGroup } from './post-group.ts';

/**
 * Decides which common contacts join and which are stopped, and makes campaigns of groups. Contacts are taken from the rarest to
 * the most common, by doublings of the number of texts that carry them. One that would tie together more than `unrelatedMost` groups, each of
 * which already stands on a contact of its own, is stopped: it is a support bot or the name of a chat, not a recruiter. What it
 * decides depends on the posts alone and not on their order.
 */
export function settleCommon(contacts: Iterable<KnownContact>, unrelatedMost: number): void {
  const common = [...contacts];
  for (const { groups } of common) for (const group of groups) group.campaign = undefined;
  for (const { groups } of common)
    for (const group of groups)
      group.campaign ??= { groups: [group], least: group.least, owned: group.owned };
  const byLevel = Map.groupBy(common, levelOf);
  for (const level of [...byLevel.keys()].sort((a, b) => a - b)) {
    const contactsOfLevel = byLevel.get(level) ?? [];
    for (const contact of contactsOfLevel) {
      const owned = ownedCampaigns(contact);
      contact.stopped = owned > unrelatedMost;
      contact.slack = unrelatedMost - owned;
    }
    for (const contact of contactsOfLevel) if (!contact.stopped) unite(contact);
  }
}

/** Doublings of the number of texts. */
export const levelOf = ({ texts }: KnownContact): number => 32 - Math.clz32(texts.size);

function ownedCampaigns({ groups }: KnownContact): number {
  const owned = new Set<Campaign>();
  for (const { campaign } of groups) if (campaign?.owned) owned.add(campaign);
  return owned.size;
}

function unite({ groups }: KnownContact): void {
  let whole: Campaign | undefined;
  for (const { campaign } of groups) {
    if (campaign === undefined || campaign === whole) continue;
    whole = whole === undefined ? campaign : uniteTwo(whole, campaign);
    whole.owned = true;
  }
}

function uniteTwo(a: Campaign, b: Campaign): Campaign {
  const [large, small] = a.groups.length >= b.groups.length ? [a, b] : [b, a];
  for (const group of small.groups) {
    group.campaign = large;
    large.groups.push(group);
  }
  large.least = Math.min(large.least, small.least);
  large.owned = large.owned || small.owned;
  return large;
}

/** A group that had no common contact joins the campaign of one that joins. */
export function joinCampaign(group: PostGroup, contact: KnownContact): void {
  for (const { campaign } of contact.groups) {
    if (campaign === undefined) continue;
    campaign.groups.push(group);
    campaign.least = Math.min(campaign.least, group.least);
    group.campaign = campaign;
    return;
  }
}
