import { vi } from 'vitest';

/** A device whose storage begins with this, and whatever it holds later. */
export function deviceWith(start: Readonly<Record<string, string>> = {}): Map<string, string> {
  const kept = new Map(Object.entries(start));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return kept;
}

/** A browser that lets pages keep nothing. */
export const deviceWithoutStorage = (): void => {
  const refuse = () => {
    throw new DOMException('no storage', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
};
