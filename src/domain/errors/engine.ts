import type { ErrorEntry } from './entry.ts';

/** What the engine refuses. */
export const ENGINE_ERRORS = {
  QRG_SNAPSHOT_DAMAGED: {
    status: 500,
    message: {
      ru: 'Снимок состояния повреждён',
      kk: 'Күй көшірмесі бүлінген',
      en: 'The snapshot is damaged',
    },
    hint: {
      ru: 'Возьмите предыдущий снимок или повторите журнал с начала.',
      kk: 'Алдыңғы көшірмені алыңыз немесе журналды басынан қайта өткізіңіз.',
      en: 'Take an earlier snapshot, or replay the journal from its start.',
    },
  },
  QRG_SNAPSHOT_OTHER_ENGINE: {
    status: 409,
    message: {
      ru: 'Снимок сделан другой версией: признаки или правила отличаются',
      kk: 'Көшірме басқа нұсқада жасалған: белгілері немесе ережелері өзгеше',
      en: 'The snapshot is of another version: its features or rules differ',
    },
    hint: {
      ru: 'Повторите журнал под этой версией.',
      kk: 'Журналды осы нұсқада қайта өткізіңіз.',
      en: 'Replay the journal under this version.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
