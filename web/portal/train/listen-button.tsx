import { Button } from '../pieces/button.tsx';
import { useSay } from '../say.ts';
import { CHAT } from './chat-texts.ts';
import { useVoice } from './use-voice.ts';

/** Reads a text aloud; nothing is there where the browser has no voice for the language. */
export function ListenButton({ text }: { readonly text: string }) {
  const say = useSay();
  const voice = useVoice();
  if (voice === undefined) return null;
  return (
    <Button
      kind="quiet"
      onClick={() => {
        voice.stop();
        voice.speak(text);
      }}
    >
      {say(CHAT.readAloud)}
    </Button>
  );
}
