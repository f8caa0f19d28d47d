import type { SimPost } from '../../../sim/posts/model.ts';

/** A message as a page shows it. */
export type ShownPost = Pick<SimPost, 'number' | 'at' | 'author' | 'text'>;

/** The public preview of a channel, in the shape that messengers give theirs: messages oldest first, older ones by a link. */
export function channelHtml(
  origin: string,
  channel: { readonly name: string; readonly title: string },
  posts: readonly ShownPost[],
  before: number | undefined,
): string {
  const older =
    before === undefined
      ? ''
      : `<div class="tgme_widget_message_centered"><a class="tme_messages_more" href="/s/${channel.name}?before=${before}" data-before="${before}"></a></div>`;
  return page(
    channel.title,
    `<div class="tgme_channel_info"><div class="tgme_channel_info_header"><div class="tgme_channel_info_header_title"><span dir="auto">${escaped(channel.title)}</span></div></div></div>
<section class="tgme_channel_history">${older}
${posts.map((post) => messageHtml(origin, channel, post)).join('\n')}
</section>`,
  );
}

/** The page of one message. */
export const postHtml = (
  origin: string,
  channel: { readonly name: string; readonly title: string },
  post: ShownPost,
): string => page(channel.title, messageHtml(origin, channel, post));

function messageHtml(
  origin: string,
  { name, title }: { readonly name: string; readonly title: string },
  { number, at, author, text }: ShownPost,
): string {
  return `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="${name}/${number}">
<div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="/${name}"><span dir="auto">${escaped(title)}</span></a></div>
<div class="tgme_widget_message_text" dir="auto">${escaped(text).replaceAll('\n', '<br>')}</div>
<div class="tgme_widget_message_footer"><div class="tgme_widget_message_info"><span class="tgme_widget_message_from_author">${escaped(author)}</span>
<span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="${origin}/${name}/${number}"><time datetime="${new Date(at).toISOString()}"></time></a></span></div></div>
</div></div>`;
}

const page = (title: string, body: string): string =>
  `<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>${body}</body></html>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
