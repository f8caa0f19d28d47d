import type { WatchSource } from '../api.ts';

/** Kinds that are asked over the network: they have an address and may be read by the clock. */
export const ASKED_KINDS = ['telegram_channel', 'feed', 'sitemap', 'page'] as const;
/** Kinds that are handed over as files. */
export const FILE_KINDS = ['telegram_export', 'rows', 'warc'] as const;

type Kind = WatchSource['kind'];
type FileKind = (typeof FILE_KINDS)[number];

export const isAsked = (kind: Kind): boolean => (ASKED_KINDS as readonly Kind[]).includes(kind);
export const isFile = (kind: Kind): kind is FileKind =>
  (FILE_KINDS as readonly Kind[]).includes(kind);
