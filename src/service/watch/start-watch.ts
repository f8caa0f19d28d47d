import type { Language, Localized } from '../../domain/language.ts';
import { namedThings } from '../../watch/extract/named-things.ts';
import type { Lexicon } from '../../watch/read/lexicon.ts';
import { createReader } from '../../watch/read/reader.ts';
import type { Configuration } from '../configuration/settings.ts';
import { openEvidence } from './evidence/evidence.ts';
import type { Resolve } from './fetch/checked-address.ts';
import { openFetcher } from './fetch/fetcher.ts';
import type { NamedInPosts } from './join/named-in-posts.ts';
import { loadLexicon } from './lexicon/load-reader.ts';
import { loadNames } from './names/load-names.ts';
import { openWatch, type Watch } from './watch.ts';
import type { WatchParts, WatchReader } from './watch-parts.ts';

type Settings = Pick<
  Configuration,
  | 'data'
  | 'timestampUrl'
  | 'browserPath'
  | 'networkExit'
  | 'publicUrl'
  | 'watchContact'
  | 'watchPrivate'
>;

type Given = Pick<WatchParts, 'store' | 'audit' | 'live' | 'now' | 'trouble'>;

/**
 * Opens Watch as an installation is configured. Throws QRG_WATCH_LEXICON, QRG_WATCH_NAMES, QRG_EVIDENCE_KEY_FILE.
 * @param named what the decision path has been told to tell
 * @param resolve who says where a name lives; the system when nobody is named
 */
export async function startWatch(
  settings: Settings,
  parts: Given,
  named: NamedInPosts,
  resolve?: Resolve,
): Promise<Watch> {
  const [lexicon, names, evidence] = await Promise.all([
    loadLexicon(),
    loadNames(),
    openEvidence(settings, parts.now),
  ]);
  const contact = settings.watchContact ?? settings.publicUrl ?? 'qorgan';
  return openWatch(
    {
      ...parts,
      reader: watchReader(lexicon),
      names: namedThings(names),
      evidence,
      fetcher: openFetcher({
        contact,
        allowedPrivate: settings.watchPrivate,
        now: parts.now,
        ...(resolve && { resolve }),
      }),
    },
    named,
  );
}

/** What the model by itself found, beside the rules. */
const BY_MODEL: Localized = {
  ru: 'Слова, характерные для таких объявлений',
  kk: 'Мұндай хабарландыруларға тән сөздер',
  en: 'Words that such posts are made of',
};

/** A reader that can name its reasons. */
function watchReader(lexicon: Lexicon): WatchReader {
  const reader = createReader(lexicon);
  const titles = new Map<string, Localized>(lexicon.rules.map(({ id, name }) => [id, name]));
  titles.set('model', BY_MODEL);
  return {
    edition: reader.edition,
    read: (text) => reader.read(text),
    // A reading of an earlier edition may name a rule that is no more.
    titleOf: (rule, language: Language) => titles.get(rule)?.[language] ?? rule,
  };
}
