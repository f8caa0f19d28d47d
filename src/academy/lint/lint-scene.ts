import { LANGUAGES } from '../../domain/language.ts';
import { DECISIONS, type Scene } from '../lesson.ts';
import { below, type Finding, finding, type Spot } from './finding.ts';
import { sceneSpot } from './lesson-texts.ts';
import { hasWayBack, waysOf } from './scene-ways.ts';

/** Turns on the longest way of a scene. */
const TURNS_LEAST = 6;
const TURNS_MOST = 10;
/** Choices of a turn that stay in the simple variant. */
const SIMPLE_LEAST = 2;

/** Faults of how a scene hangs together. */
export const lintScene = (scene: Scene): Finding[] => [
  ...ids(scene),
  ...ways(scene),
  ...simpleVariant(scene),
  ...cost(scene),
  ...debrief(scene),
  ...title(scene),
];

/** Words that say in the list of scenes what a player is to find out. */
const GIVING_AWAY =
  /мошен|обман|развод|ловушк|дроппер|верб|преступ|алаяқ|қақпан|азғыр|айла|қылмыс|scam|fraud|trap|mule|recruit|crim|fake/iu;

const title = (scene: Scene): Finding[] =>
  LANGUAGES.flatMap((language) => {
    const word = GIVING_AWAY.exec(scene.title[language])?.[0];
    const spot = below(sceneSpot(scene), 'title', language);
    return word === undefined ? [] : [finding(spot, 'QRG_LESSON_TITLE', { word })];
  });

function ids(scene: Scene): Finding[] {
  const spot = sceneSpot(scene);
  const parts = [
    ...scene.turns.map(({ id }, i) => ({ id, at: below(spot, 'turns', i, 'id') })),
    ...scene.endings.map(({ id }, i) => ({ id, at: below(spot, 'endings', i, 'id') })),
  ];
  const known = new Set(parts.map(({ id }) => id));
  const lost = (to: string, at: Spot): Finding[] =>
    known.has(to) ? [] : [finding(at, 'QRG_LESSON_LOST_WAY', { to })];
  return [
    ...parts
      .filter(({ id }, i) => parts.findIndex((part) => part.id === id) < i)
      .map(({ id, at }) => finding(at, 'QRG_LESSON_ID_TWICE', { id })),
    ...(scene.turns.some(({ id }) => id === scene.start)
      ? []
      : [finding(below(spot, 'start'), 'QRG_LESSON_LOST_WAY', { to: scene.start })]),
    ...scene.turns.flatMap(({ choices }, i) =>
      choices.flatMap(({ to }, j) => lost(to, below(spot, 'turns', i, 'choices', j, 'to'))),
    ),
  ];
}

function ways(scene: Scene): Finding[] {
  const spot = sceneSpot(scene);
  const { reached, circle, longest } = waysOf(scene, false);
  const unreached = (key: 'turns' | 'endings'): Finding[] =>
    scene[key].flatMap(({ id }, i) =>
      reached.has(id) ? [] : [finding(below(spot, key, i, 'id'), 'QRG_LESSON_UNREACHED', { id })],
    );
  const outside = longest !== undefined && (longest < TURNS_LEAST || longest > TURNS_MOST);
  return [
    ...unreached('turns'),
    ...unreached('endings'),
    ...(circle === undefined
      ? []
      : [finding(below(spot, 'turns'), 'QRG_LESSON_CIRCLE', { id: circle })]),
    ...(outside
      ? [
          finding(below(spot, 'turns'), 'QRG_LESSON_TURNS', {
            turns: longest,
            least: TURNS_LEAST,
            most: TURNS_MOST,
          }),
        ]
      : []),
    ...DECISIONS.filter(
      (decision) => !scene.endings.some((end) => end.decision === decision && reached.has(end.id)),
    ).map((decision) => finding(below(spot, 'endings'), 'QRG_LESSON_NO_ENDING', { decision })),
    ...(scene.kind === 'trap' && !hasWayBack(scene)
      ? [finding(below(spot, 'turns'), 'QRG_LESSON_NO_WAY_BACK')]
      : []),
  ];
}

function simpleVariant(scene: Scene): Finding[] {
  const spot = sceneSpot(scene);
  const { reached } = waysOf(scene, true);
  return [
    ...scene.turns.flatMap(({ choices }, i) => {
      const simple = choices.filter((choice) => choice.simple === true).length;
      if (simple >= SIMPLE_LEAST) return [];
      const args = { simple, least: SIMPLE_LEAST };
      return [finding(below(spot, 'turns', i, 'choices'), 'QRG_LESSON_SIMPLE', args)];
    }),
    ...DECISIONS.filter(
      (decision) => !scene.endings.some((end) => end.decision === decision && reached.has(end.id)),
    ).map((decision) => finding(below(spot, 'endings'), 'QRG_LESSON_SIMPLE_ENDING', { decision })),
  ];
}

/** Whoever took a trap hears of it later from somebody it hurt; a person is a stronger reason than a punishment. */
function cost(scene: Scene): Finding[] {
  if (scene.kind !== 'trap') return [];
  const spot = sceneSpot(scene);
  return scene.endings.flatMap(({ decision, later }, i) =>
    decision === 'took' && !later.some(({ from }) => from !== 'them' && from !== 'system')
      ? [finding(below(spot, 'endings', i, 'later'), 'QRG_LESSON_NO_COST')]
      : [],
  );
}

function debrief(scene: Scene): Finding[] {
  const spot = sceneSpot(scene);
  const { tells } = scene.debrief;
  const named = tells.some(({ technique }) => technique !== null);
  const used = new Set(scene.turns.flatMap(({ says }) => says.map(({ technique }) => technique)));
  return [
    ...tells.flatMap(({ quote, technique }, i) => {
      const at = below(spot, 'debrief', 'tells', i);
      return [
        ...LANGUAGES.filter((language) => !isSaid(scene, language, quote[language])).map(
          (language) => finding(below(at, 'quote', language), 'QRG_LESSON_QUOTE'),
        ),
        ...(technique !== null && scene.kind === 'genuine'
          ? [finding(below(at, 'technique'), 'QRG_LESSON_GENUINE_TECHNIQUE', { technique })]
          : []),
        ...(technique !== null && scene.kind === 'trap' && !used.has(technique)
          ? [finding(below(at, 'technique'), 'QRG_LESSON_TECHNIQUE_UNSAID', { technique })]
          : []),
      ];
    }),
    ...(scene.kind === 'trap' && !named
      ? [finding(below(spot, 'debrief', 'tells'), 'QRG_LESSON_NO_TECHNIQUE')]
      : []),
  ];
}

/** Whether words stand in the scene, whatever the case and the punctuation; '…' may leave something out. */
function isSaid(scene: Scene, language: (typeof LANGUAGES)[number], quote: string): boolean {
  const all = [
    scene.setting[language],
    scene.contact.name[language],
    scene.contact.about[language],
    ...scene.turns.flatMap(({ says }) => says.map(({ text }) => text[language])),
  ].map(bareWords);
  return quote
    .split(/…|\.\.\./u)
    .map(bareWords)
    .filter((part) => part !== '')
    .every((part) => all.some((text) => text.includes(part)));
}

const bareWords = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}₸]+/gu, ' ')
    .trim();
