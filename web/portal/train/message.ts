import type { Scene, Speaker } from '../../../src/academy/lesson.ts';
import type { PlayView } from '../../../src/academy/play.ts';
import type { Localized } from '../../../src/domain/language.ts';
import type { Paced } from './use-pacing.ts';
import { SPEAKER_WORDS } from './word-texts.ts';

/** One message as the messenger shows it. */
export interface Message {
  readonly from: Speaker | 'player';
  readonly text: Localized;
  /** What came days after the end says when. */
  readonly after: Localized | undefined;
}

/** All that was said, and once the play has ended what came of it, in the order of time. */
export const messagesOf = ({ bubbles, ending }: PlayView): Message[] => [
  ...bubbles.map(({ from, text }) => ({ from, text, after: undefined })),
  ...(ending?.later ?? []),
];

export const isOwn = ({ from }: Message): boolean => from === 'player' || from === 'you';

export const pacedOf = (message: Message, text: string): Paced => ({
  isOwn: message.from === 'player',
  letters: text.length,
  isLater: message.after !== undefined,
});

/** Who speaks, by the name the player knows. */
export const nameOf = ({ from }: Message, scene: Scene, you: Localized): Localized =>
  from === 'them' ? scene.contact.name : from === 'player' ? you : SPEAKER_WORDS[from];
