import { useEffect, useRef, useState } from 'preact/hooks';
import { useVoice } from './use-voice.ts';

export interface Reading {
  readonly on: boolean;
  readonly toggle: () => void;
}

/** Reads messages as they come, from the last one on when it is switched on; undefined where there is no voice. */
export function useReading(texts: readonly string[]): Reading | undefined {
  const voice = useVoice();
  const [on, setOn] = useState(false);
  const read = useRef(texts.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts are only ever added, and each is read once
  useEffect(() => {
    if (on) for (const text of texts.slice(read.current)) voice?.speak(text);
    read.current = texts.length;
  }, [texts.length, on]);
  if (voice === undefined) return undefined;
  return {
    on,
    toggle() {
      if (on) voice.stop();
      else read.current = Math.max(0, texts.length - 1);
      setOn(!on);
    },
  };
}
