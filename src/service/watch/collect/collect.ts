import { QorganError } from '../../../domain/errors/catalogue.ts';
import { collectChannel } from './collect-channel.ts';
import { collectFeed } from './collect-feed.ts';
import { collectFile } from './collect-file.ts';
import { collectPage } from './collect-page.ts';
import { collectSitemap } from './collect-sitemap.ts';
import type { CollectDeps, Collected, SourceToCollect } from './collected.ts';

/**
 * Looks at a source once. Keeps nothing: what is to be remembered until the next look is the cursor.
 * Throws QorganError when nothing could be read: QRG_WATCH_INPUT for a source without its address or file, else as the kinds
 * say. Its `args.at` is, with QRG_WATCH_LATER, epoch ms before which the site does not want to be asked.
 */
export async function collect(source: SourceToCollect, deps: CollectDeps): Promise<Collected> {
  const isFile = ['telegram_export', 'rows', 'warc'].includes(source.kind);
  if (!isFile && source.url === null) throw new QorganError('QRG_WATCH_INPUT');
  switch (source.kind) {
    case 'telegram_channel':
      return await collectChannel(source, deps);
    case 'feed':
      return await collectFeed(source, deps);
    case 'sitemap':
      return await collectSitemap(source, deps);
    case 'page':
      return await collectPage(source, deps);
    case 'telegram_export':
    case 'rows':
    case 'warc':
      return await collectFile(source, deps.now);
    case 'reports':
      // Citizens bring them; nobody goes to fetch them.
      throw new QorganError('QRG_WATCH_INPUT');
  }
}
