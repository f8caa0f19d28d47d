import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../say.ts';

interface Voice {
  readonly speak: (text: string) => void;
  readonly stop: () => void;
}

/** A voice of the browser for the visitor's language; undefined where it has none: hearing is never needed. */
export function useVoice(): Voice | undefined {
  const language = useLanguage();
  const [voice, setVoice] = useState(() => voiceFor(language));
  useEffect(() => {
    const found = () => setVoice(voiceFor(language));
    found();
    speech?.addEventListener?.('voiceschanged', found);
    return () => {
      speech?.removeEventListener?.('voiceschanged', found);
      speech?.cancel();
    };
  }, [language]);
  if (speech === undefined || voice === undefined) return undefined;
  return {
    speak(text) {
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      speech.speak(words);
    },
    stop: () => speech.cancel(),
  };
}

const speech = 'speechSynthesis' in window ? window.speechSynthesis : undefined;

/** Only voices of the device: any other would send the words away. */
const voiceFor = (language: string): SpeechSynthesisVoice | undefined =>
  speech
    ?.getVoices()
    .find(({ lang, localService }) => localService && lang.toLowerCase().startsWith(language));
