import { TLP, type Tlp } from '../../domain/case/marking.ts';
import { PAP, type Pap } from '../foreign-facts.ts';

/** Tags of the taxonomies tlp (version 2 of TLP) and PAP that every MISP has. */
export const tlpTag = (tlp: Tlp): string => `tlp:${tlp}`;
export const papTag = (pap: Pap): string => `PAP:${pap.toUpperCase()}`;

/** The level of a tag: null where it is none, 'unknown' where it is of the taxonomy and no level of TLP. */
export function tlpOfTag(name: string): Tlp | 'unknown' | null {
  const lower = name.toLowerCase();
  if (!lower.startsWith('tlp:')) return null;
  const level = lower.slice('tlp:'.length);
  if (level === 'white') return 'clear';
  return TLP.find((tlp) => tlp === level) ?? 'unknown';
}

export function papOfTag(name: string): Pap | null {
  const lower = name.toLowerCase();
  if (lower === 'pap:white') return 'clear';
  return PAP.find((pap) => `pap:${pap}` === lower) ?? null;
}
