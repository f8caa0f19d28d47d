import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FoundLessons } from '../../../academy/found-lessons.ts';
import type { Choice, Scene } from '../../../academy/lesson.ts';
import type { Finding, LessonProblem } from '../../../academy/lint/finding.ts';
import { lintBalance } from '../../../academy/lint/lint-balance.ts';
import { lintForms } from '../../../academy/lint/lint-forms.ts';
import { lintNoHowTo } from '../../../academy/lint/lint-no-how-to.ts';
import { lintPlans } from '../../../academy/lint/lint-plans.ts';
import { lintScene } from '../../../academy/lint/lint-scene.ts';
import { lintTexts } from '../../../academy/lint/lint-texts.ts';
import { lintLessons } from '../../../academy/lint-lessons.ts';
import { choose, startPlay, viewOf } from '../../../academy/play.ts';
import { messageOf, QorganError } from '../../../domain/errors/catalogue.ts';
import { LANGUAGES } from '../../../domain/language.ts';
import { TECHNIQUES } from '../../../domain/post.ts';
import { createRandom } from '../../../domain/random.ts';
import { checkLessons } from './check-lessons.ts';
import { lessonsJson, loadLessons } from './load-lessons.ts';
import { lessonsFolder, readLessons } from './read-lessons.ts';

describe('the lessons that come with Qorgan', () => {
  it('have nothing to mend', async () => {
    const { notes } = await checkLessons();
    expect(
      notes.map(
        ({ file, line, path, problem }) => `${file}:${line} ${path} ${messageOf(problem, 'en')}`,
      ),
    ).toEqual([]);
  });

  it('are as many as the portal promises', async () => {
    const { scenes, forms, boosters, pressure, techniques, plans } = await loadLessons();
    for (const kind of ['trap', 'genuine'])
      expect(scenes.filter((scene) => scene.kind === kind).length).toBeGreaterThanOrEqual(6);
    const guises = scenes.map(({ guise }) => guise);
    for (const guise of [
      'card_rent',
      'transfer_operator',
      'p2p_crypto',
      'kyc_selfie',
      'cash_courier',
      'goods_courier',
    ])
      expect(guises).toContain(guise);
    expect(forms.map(({ form }) => form)).toEqual(['A', 'B', 'C']);
    for (const { items } of forms) expect(items).toHaveLength(10);
    expect(boosters).toHaveLength(18);
    expect(pressure).toHaveLength(20);
    expect(Object.keys(techniques).sort()).toEqual([...TECHNIQUES].sort());
    expect(plans.posters).toHaveLength(3);
  });

  it('end on every way that is walked, in the simple variant too', async () => {
    const random = createRandom(8);
    for (const scene of (await loadLessons()).scenes)
      for (const simple of [false, true]) {
        const decisions = new Set<string>();
        for (let seed = 0; seed < 60; seed++) {
          let play = startPlay(scene, { simple, seed });
          for (let turn = 0; turn < 10 && !viewOf(play).ended; turn++)
            play = choose(play, random.int(0, viewOf(play).choices.length - 1));
          expect(viewOf(play).ended, scene.id).toBe(true);
          decisions.add(viewOf(play).decision!);
        }
        expect([...decisions].sort(), scene.id).toEqual(['declined', 'took']);
      }
  });

  it('are sent without the list of what must not be said', async () => {
    const sent = await lessonsJson();
    expect(JSON.parse(sent)).toEqual(await loadLessons());
    expect(sent).not.toContain('noHowTo');
    expect(sent).not.toContain('spares');
  });
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qorgan-lessons-'));
  cpSync(lessonsFolder, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What loading a folder says. */
const told = (): Promise<string> =>
  loadLessons(folder).then(
    () => 'good',
    (error) => {
      if (!(error instanceof QorganError)) throw error;
      return messageOf(error.problem, 'en');
    },
  );

describe('a folder of lessons', () => {
  const edit = (file: string, from: string | RegExp, to: string): number => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(from, to));
    return text.slice(0, text.search(from)).split('\n').length;
  };

  it('names file, line and path of what is not well made', async () => {
    const line = edit('scenes/card-rent.yaml', /channel: \w+/, 'channel: pigeon');
    expect(await told()).toMatch(new RegExp(`^Lesson: scenes/card-rent.yaml:${line}, channel: `));
  });

  it.each([
    ['an unknown word', 'scenes/card-rent.yaml', 'guise:', 'gise:', /card-rent\.yaml:\d+, guise: /],
    ['no YAML', 'plans.yaml', /^/, '{', /plans\.yaml:\d+, —: /],
    ['another name', 'scenes/card-rent.yaml', 'id: card-rent', 'id: card', /name of the file/],
    ['another form', 'forms/B.yaml', 'form: B', 'form: C', /forms\/B\.yaml:\d+, form: must be/],
    [
      'a technique that is none',
      'techniques.yaml',
      /^ {2}urgency:/m,
      '  hurry:',
      /techniques\.yaml/,
    ],
  ])('is refused for %s', async (_, file, from, to, message) => {
    edit(file, from, to);
    expect(await told()).toMatch(message);
  });

  it('is refused while a file is missing, and all the others are still checked', async () => {
    rmSync(join(folder, 'boosters.yaml'));
    edit('scenes/card-rent.yaml', 'minutes: 4', 'minutes: 40');
    expect(await told()).toMatch(/scenes\/card-rent\.yaml:\d+, minutes: /);
    const { notes } = await checkLessons(folder);
    expect(notes.map(({ file }) => file)).toContain('boosters.yaml');
    expect(notes.map(({ path }) => path)).toContain('minutes');
  });

  it('is no folder at all', async () => {
    const error = await checkLessons(join(folder, 'no')).catch((caught: unknown) => caught);
    expect((error as QorganError).problem.code).toBe('QRG_FILE_UNREADABLE');
  });

  it('tells the line of a fault in a text', async () => {
    const line = edit('forms/A.yaml', /ru: .*/, 'ru: "Пиши мне в @real_person, это быстро."');
    const { notes } = await checkLessons(folder);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ file: 'forms/A.yaml', line, path: 'items.0.text.ru' });
    for (const language of LANGUAGES)
      expect(messageOf(notes[0].problem, language)).toContain('@real_person');
  });
});

/** A copy that may be changed anywhere. */
type Open<T> = T extends object ? { -readonly [K in keyof T]: Open<T[K]> } : T;

describe('a fault', () => {
  let good: FoundLessons;
  beforeAll(async () => {
    good = (await readLessons()).found;
  });

  function each<T>(items: readonly T[], change: (item: T) => unknown): void {
    for (const item of items) change(item);
  }

  /** Who finds what: only that part is run, the whole takes long for so many faults. */
  const PARTS: readonly (readonly [RegExp, (found: FoundLessons) => Finding[]])[] = [
    [/NO_FORM|ITEM_ID|PAIR|MET_BEFORE/, lintForms],
    [/HOW_TO|PATTERN/, lintNoHowTo],
    [/PLAN/, lintPlans],
    [/SAME_TEXT|LETTERS|LONG|DASHES|CONTACT/, lintTexts],
    [/BALANCE|CHANNEL|TECHNIQUE_UNUSED|WRONG|FEW|LENGTH_TELLS/, lintBalance],
    [/./, ({ scenes }) => scenes.flatMap(lintScene)],
  ];

  /** Codes that are found after a change, each once. */
  function codesAfter(
    problem: LessonProblem,
    change: (lessons: Open<FoundLessons>, trap: Open<Scene>) => void,
  ): LessonProblem[] {
    const open = structuredClone(good) as Open<FoundLessons>;
    change(open, open.scenes.find(({ id }) => id === 'card-rent')!);
    const [, lint] = PARTS.find(([codes]) => codes.test(problem))!;
    return [...new Set(lint(open).map((found) => found.problem))];
  }
  const choicesOf = (scene: Open<Scene>): Open<Choice>[] =>
    scene.turns.flatMap(({ choices }) => choices);
  const words = (count: number): string =>
    `${Array.from({ length: count }, (_, i) => `сөз${i}`).join(' ')}.`;

  const FAULTS: readonly (readonly [LessonProblem, Parameters<typeof codesAfter>[1]])[] = [
    ['QRG_LESSON_CIRCLE', (_, trap) => (choicesOf(trap).at(-1)!.to = trap.start)],
    ['QRG_LESSON_ID_TWICE', (_, trap) => (trap.endings[1].id = trap.endings[0].id)],
    ['QRG_LESSON_LOST_WAY', (_, trap) => (choicesOf(trap)[0].to = 'nowhere')],
    ['QRG_LESSON_LOST_WAY', (_, trap) => (trap.start = 'nowhere')],
    ['QRG_LESSON_UNREACHED', (_, trap) => trap.turns.push({ ...trap.turns[1], id: 'island' })],
    ['QRG_LESSON_TURNS', (_, trap) => (trap.start = trap.turns.at(-1)!.id)],
    ['QRG_LESSON_NO_ENDING', (_, trap) => each(trap.endings, (end) => (end.decision = 'took'))],
    [
      'QRG_LESSON_NO_WAY_BACK',
      (_, trap) => each(choicesOf(trap), (choice) => (choice.move = 'trust')),
    ],
    ['QRG_LESSON_SIMPLE', (_, trap) => (choicesOf(trap)[0].simple = false)],
    [
      'QRG_LESSON_SIMPLE_ENDING',
      (_, trap) => each(choicesOf(trap), (choice) => (choice.simple = false)),
    ],
    ['QRG_LESSON_NO_COST', (_, trap) => each(trap.endings, (end) => (end.later = []))],
    [
      'QRG_LESSON_QUOTE',
      (_, trap) => (trap.debrief.tells[0].quote.kk = 'Мұндай сөз көріністе жоқ.'),
    ],
    [
      'QRG_LESSON_NO_TECHNIQUE',
      (_, trap) => each(trap.debrief.tells, (tell) => (tell.technique = null)),
    ],
    [
      'QRG_LESSON_TECHNIQUE_UNSAID',
      (_, trap) =>
        each(trap.turns, ({ says }) => each(says, (bubble) => (bubble.technique = undefined))),
    ],
    [
      'QRG_LESSON_GENUINE_TECHNIQUE',
      ({ scenes }) =>
        (scenes.find(({ kind }) => kind === 'genuine')!.debrief.tells[0].technique = 'urgency'),
    ],
    ['QRG_LESSON_BALANCE', ({ scenes }) => scenes.pop()],
    [
      'QRG_LESSON_BALANCE',
      ({ boosters }) => (boosters[0].kind = boosters[0].kind === 'trap' ? 'genuine' : 'trap'),
    ],
    [
      'QRG_LESSON_CHANNEL_TELLS',
      ({ boosters }) =>
        each(boosters, (item) => (item.channel = item.kind === 'trap' ? 'telegram' : 'sms')),
    ],
    ['QRG_LESSON_CHANNELS', ({ scenes }) => each(scenes, (scene) => (scene.channel = 'sms'))],
    [
      'QRG_LESSON_TECHNIQUE_UNUSED',
      ({ scenes }) =>
        each(scenes, ({ turns }) =>
          each(turns, ({ says }) =>
            each(
              says,
              (bubble) =>
                (bubble.technique = bubble.technique === 'authority' ? 'young' : bubble.technique),
            ),
          ),
        ),
    ],
    ['QRG_LESSON_WRONG_NAMES', ({ pressure }) => (pressure[0].wrong[0] = pressure[0].technique)],
    ['QRG_LESSON_FEW_LINES', ({ pressure }) => pressure.pop()],
    ['QRG_LESSON_NO_FORM', ({ forms }) => forms.pop()],
    ['QRG_LESSON_ITEM_ID', ({ forms }) => (forms[0].items[0].id = 'Z1')],
    ['QRG_LESSON_PAIR', ({ forms }) => (forms[1].items[0].pair = 'p99')],
    [
      'QRG_LESSON_PAIR_DIFFERS',
      ({ forms }) => each(forms[1].items, (item) => (item.channel = 'street')),
    ],
    ['QRG_LESSON_MET_BEFORE', ({ forms, boosters }) => (forms[2].items[3].text = boosters[4].text)],
    ['QRG_LESSON_MET_BEFORE', ({ forms }) => (forms[2].items[3].text = forms[0].items[2].text)],
    [
      'QRG_LESSON_MET_BEFORE',
      ({ forms }, trap) => {
        const { ru } = forms[0].items[2].text;
        trap.turns[0].says[0].text.ru = ru.slice(0, ru.length * 0.7);
      },
    ],
    ['QRG_LESSON_TITLE', (_, trap) => (trap.title.kk = 'Карта және алаяқ')],
    [
      'QRG_LESSON_LENGTH_TELLS',
      ({ boosters }) =>
        each(boosters, (item) => {
          if (item.kind === 'trap') item.text.en = 'Short one.';
        }),
    ],
    ['QRG_LESSON_NO_PLAN', ({ plans }) => plans!.plans.pop()],
    ['QRG_LESSON_PLAN_MINUTES', ({ plans }) => plans!.plans[0].steps[0].minutes++],
    ['QRG_LESSON_SAME_TEXT', (_, trap) => (trap.title.kk = trap.title.ru)],
    ['QRG_LESSON_LETTERS', (_, trap) => (trap.setting.kk = 'Это не казахский, а русский текст.')],
    ['QRG_LESSON_LETTERS', (_, trap) => (trap.setting.ru = 'Бұл орысша емес, қазақша мәтін.')],
    ['QRG_LESSON_LETTERS', (_, trap) => (trap.setting.en = 'This is по-русски in part.')],
    [
      'QRG_LESSON_LONG_SENTENCE',
      (_, trap) => (trap.setting.kk = `${words(21)} ${words(3)} ${words(3)}`),
    ],
    ['QRG_LESSON_LONG_SENTENCES', (_, trap) => (trap.setting.kk = `${words(16)} ${words(17)}`)],
    ['QRG_LESSON_DASHES', (_, trap) => (trap.setting.ru = 'Дом — это там — где тебя ждут.')],
    ['QRG_LESSON_CONTACT', (_, trap) => (trap.setting.ru = 'Звони: +7 701 234 56 78.')],
    [
      'QRG_LESSON_HOW_TO',
      (_, trap) => (trap.debrief.now.en = 'Withdraw the money in small parts.'),
    ],
    [
      'QRG_LESSON_HOW_TO',
      ({ pressure }) => (pressure[0].text.kk = 'Қорапты көміп қой да, координатасын жібер.'),
    ],
    ['QRG_LESSON_PATTERN', ({ noHowTo }) => (noHowTo[0].pattern = '(')],
    ['QRG_LESSON_PATTERN_MISSES', ({ noHowTo }) => noHowTo[0].finds.push('погода')],
    ['QRG_LESSON_PATTERN_BROAD', ({ noHowTo }) => noHowTo[0].spares.push(noHowTo[0].finds[0])],
  ];

  /** Faults that bring no other one with them. */
  const ALONE =
    /LETTERS|TITLE|LENGTH_TELLS|DASHES|CONTACT|HOW_TO|PLAN_MINUTES|PATTERN|WRONG_NAMES|ITEM_ID|QUOTE$/;

  it.each(FAULTS.map(([problem, change], i) => ({ problem, change, i })))(
    '$problem is found ($i)',
    ({ problem, change }) => {
      const codes = codesAfter(problem, change);
      expect(codes).toContain(problem);
      if (ALONE.test(problem)) expect(codes).toEqual([problem]);
    },
  );

  it('of every part is told by the whole check', () => {
    const open = structuredClone(good) as Open<FoundLessons>;
    const trap = open.scenes.find(({ id }) => id === 'card-rent')!;
    const several = ['NO_COST', 'FEW_LINES', 'ITEM_ID', 'PLAN_MINUTES', 'DASHES', 'HOW_TO'];
    for (const code of several)
      FAULTS.find(([problem]) => problem === `QRG_LESSON_${code}`)![1](open, trap);
    const codes = new Set(lintLessons(open).map(({ problem }) => problem));
    for (const code of several) expect(codes).toContain(`QRG_LESSON_${code}`);
  });

  it('of every kind has its case here', async () => {
    const { LESSON_ERRORS } = await import('../../../domain/errors/lessons.ts');
    const tried = new Set<string>(FAULTS.map(([problem]) => problem));
    expect(Object.keys(LESSON_ERRORS).filter((code) => !tried.has(code))).toEqual([
      'QRG_LESSON_FILE',
    ]);
  });
});
