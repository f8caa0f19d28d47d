/** A post of the preview, in the shape in which the public preview of a channel shows it; all words are made up. */
export interface ShownPost {
  readonly id: number;
  readonly at: string;
  /** HTML of the text. */
  readonly html?: string;
  readonly views?: string;
  readonly isEdited?: boolean;
  readonly photo?: boolean;
  readonly replyTo?: number;
  readonly button?: string;
  readonly forwardedFrom?: string;
  readonly isService?: boolean;
}

const wrapped = (channel: string, post: ShownPost): string => `
<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message ${post.isService ? 'service_message ' : ''}text_not_supported_wrap js-widget_message" data-post="${channel}/${post.id}" data-view="x">
<div class="tgme_widget_message_user"><a href="https://t.me/${channel}"><i class="tgme_widget_message_user_photo bgcolor4"><img src="https://cdn.example/a.jpg"></i></a></div>
<div class="tgme_widget_message_bubble">
<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/${channel}"><span dir="auto">Работа рядом</span></a></div>
${post.forwardedFrom ? `<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/other"><span dir="auto">${post.forwardedFrom}</span></a></div>` : ''}
${post.replyTo ? `<a class="tgme_widget_message_reply user-color-default" href="https://t.me/${channel}/${post.replyTo}"><div class="tgme_widget_message_author accent_color"><span class="tgme_widget_message_author_name" dir="auto">Работа рядом</span></div><div class="tgme_widget_message_text js-message_reply_text" dir="auto">начало другого</div></a>` : ''}
${post.photo ? `<a class="tgme_widget_message_photo_wrap 1_2" href="https://t.me/${channel}/${post.id}" style="width:800px;background-image:url('https://cdn.example/p.jpg')"><div class="tgme_widget_message_photo" style="padding-top:75%"></div></a>` : ''}
${post.html === undefined ? '' : `<div class="tgme_widget_message_text js-message_text" dir="auto">${post.html}</div>`}
<div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info">${post.views ? `<span class="tgme_widget_message_views">${post.views}</span><span class="copyonly"> views</span>` : ''}<span class="tgme_widget_message_meta">${post.isEdited ? 'edited &nbsp;' : ''}<a class="tgme_widget_message_date" href="https://t.me/${channel}/${post.id}"><time datetime="${post.at}" class="time">08:15</time></a></span></div></div>
</div>
${post.button ? `<div class="tgme_widget_message_inline_row"><a class="tgme_widget_message_inline_button url_button" href="${post.button}"><span>Написать</span></a></div>` : ''}
</div></div>`;

/** A page of the preview with its frame; `before` of the older page, if there is one. */
export const shownChannel = (
  channel: string,
  posts: readonly ShownPost[],
  before?: number,
): string => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Работа рядом – Telegram</title>
${before ? `<link rel="prev" href="/s/${channel}?before=${before}">` : ''}
<script>document.write('<div class="tgme_widget_message" data-post="evil/1">из сценария</div>')</script></head>
<body class="widget_frame_base tgme_webpreview emoji_image"><header class="tgme_header"><div class="tgme_channel_info"><div class="tgme_channel_info_header"><div class="tgme_channel_info_header_title_wrap"><div class="tgme_channel_info_header_title"><span dir="auto">Работа рядом</span></div></div></div></div></header>
<main class="tgme_main"><section class="tgme_channel_history js-message_history">
${before ? `<div class="tgme_widget_message_centered js-messages_more_wrap"><a href="/s/${channel}?before=${before}" class="tme_messages_more js-messages_more" data-before="${before}"></a></div>` : ''}
${posts.map((post) => wrapped(channel, post)).join('')}
</section></main></body></html>`;
