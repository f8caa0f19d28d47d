/** What an id of a case file names, by its letters: of our store, from statements, from packages. */
export function kindOfId(id: string): 'post' | 'account' | 'party' | 'other' {
  if (/^p\d+$/.test(id)) return 'post';
  if (/^(?:a|s)\d+$/.test(id)) return 'account';
  return /^(?:c|o|sp)\d+$/.test(id) ? 'party' : 'other';
}
