/**
 * What the record of a case shows by itself. A condition points to an element and never shows it: why money moved, and what
 * its owner knew, only people can say.
 */
export const CONDITIONS = [
  'holds_flow_account', // an account of his took suspicious money in and sent it on
  'passed_money_on', // money left his account in suspicious transfers
  'took_victims_money', // a victim's account paid into his
  'handles_others_accounts', // a device or address of his is seen at accounts of other holders
  'organiser_role', // the network says organiser or recruiter
  'recruiting_post', // a post that looks for droppers bears a contact of his
  'drug_post', // a post that offers drugs bears a contact of his
  'page_online', // such a post stands on a public page
  'several_victims', // two or more victims paid into the case's accounts
  'sent_to_exchange', // money left to a coin address or an exchange
  'suspicious_operation', // the institution that has clients in the case reported a suspicious transfer
  'suspicious_activity', // two or more of one client
  'transfer_held', // a transfer of the case is held
] as const;
export type Condition = (typeof CONDITIONS)[number];
