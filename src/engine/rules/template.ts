import {
  formatCount,
  formatDuration,
  formatHour,
  formatMoney,
  formatNumber,
  formatShare,
  formatYears,
  isNoun,
  type NounName,
  type Wording,
} from '../../domain/format.ts';
import { LANGUAGES, type Language, type Localized } from '../../domain/language.ts';
import { FEATURES, featureIndex, isFeature, type Unit } from '../features.ts';
import type { Scope } from './expression.ts';

/** An explanation, taken apart once at load: text, and numbers with the way they are shown. */
export type Segment = string | Slot;

export interface Slot {
  /** Feature index, or -1 when `value` is a parameter of the rule. */
  readonly feature: number;
  readonly value: number;
  readonly show: Show;
}

export type Show =
  | { readonly as: 'money' | 'duration' | 'share' | 'times' | 'number' | 'hour' | 'years' }
  | { readonly as: 'count'; readonly noun: NounName };

export type Template = Readonly<Record<Language, readonly Segment[]>>;

/** Which ways of showing fit which unit. */
const FITS: Readonly<Record<Unit, ReadonlySet<string>>> = {
  count: new Set(['count', 'number']),
  minor: new Set(['money']),
  // A ratio may be a share of a whole or "so many times as much".
  ratio: new Set(['share', 'times']),
  ms: new Set(['duration']),
  hour: new Set(['hour']),
  flag: new Set(),
  years: new Set(['years']),
};

/** Takes the explanation apart; what does not fit goes to `scope.report`. */
export function parseTemplate(text: Localized, path: string, scope: Scope): Template {
  const seen = new Map<Language, string>();
  const parse = (language: Language): readonly Segment[] => {
    const here = `${path}.${language}`;
    const names: string[] = [];
    const segments = text[language].split(/(\{[^{}]*\})/).flatMap((piece): Segment[] => {
      if (piece === '') return [];
      if (!piece.startsWith('{')) {
        if (/[{}]/.test(piece)) scope.report(here, 'QRG_RULE_TEMPLATE', piece);
        return [piece];
      }
      const [name = '', how = ''] = piece.slice(1, -1).split('|');
      names.push(name);
      const slot = parseSlot(name, how, here, piece, scope);
      return slot === undefined ? [] : [slot];
    });
    seen.set(language, names.sort().join(', '));
    return segments;
  };
  const template = { ru: parse('ru'), kk: parse('kk'), en: parse('en') };
  if (new Set(seen.values()).size > 1)
    scope.report(path, 'QRG_RULE_LANGUAGES', LANGUAGES.map((l) => seen.get(l)).join(' / '));
  return template;
}

function parseSlot(
  name: string,
  how: string,
  path: string,
  piece: string,
  scope: Scope,
): Slot | undefined {
  const show = parseShow(how);
  const param = name.startsWith('$') ? scope.params.get(name.slice(1)) : undefined;
  if (param !== undefined) scope.usedParams.add(name.slice(1));
  else if (name.startsWith('$')) {
    scope.report(path, 'QRG_RULE_PARAM', name);
    return undefined;
  } else if (!isFeature(name)) {
    scope.report(path, 'QRG_RULE_FEATURE', name);
    return undefined;
  }
  const feature = param === undefined ? featureIndex(name) : -1;
  const unit = param?.unit ?? FEATURES[feature]!.unit;
  if (feature >= 0) scope.usedFeatures.add(feature);
  if (show === undefined || !FITS[unit].has(show.as)) {
    scope.report(path, 'QRG_RULE_TEMPLATE', piece);
    return undefined;
  }
  return { feature, value: param?.value ?? Number.NaN, show };
}

function parseShow(how: string): Show | undefined {
  const [as = '', noun = ''] = how.split(':');
  switch (as) {
    case 'money':
    case 'duration':
    case 'share':
    case 'times':
    case 'number':
    case 'hour':
    case 'years':
      return noun === '' ? { as } : undefined;
    case 'count':
      return isNoun(noun) ? { as, noun } : undefined;
    default:
      return undefined;
  }
}

/** What stands where a number is not known; a firing rule knows the numbers it compares. */
const UNKNOWN = '—';

/** The explanation with its numbers. `seen` gives a feature's value at the moment the rule fired. */
export function render(
  template: Template,
  seen: (feature: number) => number,
  wording: Wording,
  language: Language,
): string {
  return template[language]
    .map((segment) =>
      typeof segment === 'string'
        ? segment
        : showNumber(
            segment.feature < 0 ? segment.value : seen(segment.feature),
            segment.show,
            wording,
            language,
          ),
    )
    .join('');
}

function showNumber(value: number, show: Show, wording: Wording, language: Language): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  switch (show.as) {
    case 'money':
      return formatMoney(value, wording.currency, language);
    case 'duration':
      return formatDuration(value, language, wording.clock);
    case 'share':
      return formatShare(value, language);
    case 'times':
    case 'number':
      return formatNumber(value, language);
    case 'hour':
      return formatHour(value);
    case 'years':
      return formatYears(value, language);
    case 'count':
      return formatCount(value, show.noun, language);
  }
}
