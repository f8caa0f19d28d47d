import type { Log } from './log.ts';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** Lines of JSON from `level` up, in the form the HTTP log has: level as pino counts it, time in epoch ms. */
export function jsonLog(level: LogLevel, write: (line: string) => void): Log {
  const least = LEVELS.indexOf(level);
  return (at, event, fields = {}) => {
    const place = LEVELS.indexOf(at);
    if (place < least) return;
    const line = { level: 20 + 10 * place, time: Date.now(), event, ...fields };
    write(`${JSON.stringify(line)}\n`);
  };
}
