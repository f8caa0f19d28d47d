import type { CaseGraphNode } from '../../../../src/client/case-views.ts';
import { countryName } from '../../customers/country-name.ts';
import { useFormat } from '../../format.ts';
import { useSettings } from '../../settings.ts';
import { useCaseWords, useMoneyTexts } from '../texts.ts';

/** A node in words, as its button is named. */
export function useSpoken(): (node: CaseGraphNode) => string {
  const t = useMoneyTexts();
  const words = useCaseWords();
  const format = useFormat();
  const { language } = useSettings();
  return (node) =>
    [
      `${words(`role.${node.role}`)}, ${node.name}`,
      node.institution,
      node.foreign && node.country !== null && countryName(node.country, language),
      `${t('came')} ${format.money(node.inMinor)}`,
      `${t('left')} ${format.money(node.outMinor)}`,
      node.heldMinor > 0 && `${t('held')} ${format.money(node.heldMinor)}`,
      node.hub && t('hub'),
    ]
      .filter(Boolean)
      .join('. ');
}
