import { CASE_ROLES } from '../../../../src/domain/case/case-file.ts';
import { useFormat } from '../../format.ts';
import { useCaseWords, useMoneyTexts } from '../texts.ts';
import { LIGHT } from './palette.ts';
import type { LegendLine, PictureWords } from './picture-file.ts';
import type { Scene } from './scene.ts';
import { LOCK, signOf } from './signs.ts';

/** What stands beside the picture in its file; only signs that are in it. */
export function usePictureWords(): (scene: Scene, number: string, shown: string) => PictureWords {
  const t = useMoneyTexts();
  const words = useCaseWords();
  const format = useFormat();
  return (scene, number, shown) => ({
    title: t('fileTitle', { number }),
    lines: [
      t('shownOf', { what: shown }),
      `${t('drawnAt', { at: format.moment(Date.now()) })} · Qorgan. ${t('inferred')}`,
    ],
    legend: legendOf(scene, t, words),
    sum: format.moneyShort,
  });
}

function legendOf(
  { nodes, edges }: Scene,
  t: ReturnType<typeof useMoneyTexts>,
  words: ReturnType<typeof useCaseWords>,
): LegendLine[] {
  const roles = CASE_ROLES.filter((role) => nodes.some(({ node }) => node.role === role));
  const { suspicious, plain, ruleStrong, ink, hold } = LIGHT;
  return [
    ...roles.map((role) => ({
      text: words(`role.${role}`),
      sign: { path: signOf(role), color: LIGHT.roles[role] },
    })),
    ...(edges.some(({ edge }) => edge.suspicious)
      ? [{ text: t('legend.suspicious'), line: { color: suspicious } }]
      : []),
    ...(edges.some(({ edge }) => !edge.suspicious)
      ? [{ text: t('legend.plain'), line: { color: plain } }]
      : []),
    ...(edges.some(({ isBack }) => isBack)
      ? [{ text: t('legend.back'), line: { color: ink, dash: [7, 5] } }]
      : []),
    ...(nodes.some(({ node }) => node.foreign)
      ? [{ text: t('legend.foreign'), rim: { color: ink, dash: [6, 3] } }]
      : []),
    ...(nodes.some(({ node }) => node.hub)
      ? [{ text: t('legend.hub'), rim: { color: ruleStrong, dash: [3, 3] } }]
      : []),
    ...(nodes.some(({ node }) => node.heldMinor > 0)
      ? [{ text: t('legend.held'), sign: { path: LOCK, color: hold } }]
      : []),
  ];
}
