import { describe, expect, it } from 'vitest';
import { shownChannel } from './channel-page.fixture.ts';
import { channelOf, readChannelPage } from './channel-page.ts';

const URL_OF_PAGE = 'https://t.me/s/rabota_ryadom';
const NOW = Date.UTC(2026, 0, 2);

describe('the public page of a channel', () => {
  it('gives its posts with their words, hidden links, time, views and what they answer', () => {
    const html = shownChannel(
      'Rabota_Ryadom',
      [
        {
          id: 15,
          at: '2026-01-01T08:15:00+00:00',
          html: 'Нужны <b>карты</b> <i class="emoji"><b>🔥</b></i><br/>Пиши <a href="https://t.me/invented_manager" target="_blank">сюда</a> &amp; жди<script>alert(1)</script>',
          views: '1.2K',
          isEdited: true,
        },
        {
          id: 16,
          at: '2026-01-01T09:00:00+00:00',
          html: 'Ещё места есть',
          photo: true,
          replyTo: 15,
          button: 'https://t.me/invented_bot?start=1',
          forwardedFrom: 'Другой канал',
        },
      ],
      14,
    );
    const page = readChannelPage(html, URL_OF_PAGE, NOW);
    expect(page).toMatchObject({ channel: 'rabota_ryadom', title: 'Работа рядом', before: 14 });
    expect(page?.posts).toHaveLength(2);
    expect(page?.posts[0]).toMatchObject({
      externalId: 'rabota_ryadom/15',
      url: 'https://t.me/Rabota_Ryadom/15',
      at: Date.UTC(2026, 0, 1, 8, 15),
      author: 'Работа рядом',
      text: 'Нужны карты 🔥\nПиши сюда & жди',
      links: ['https://t.me/invented_manager'],
      hasMedia: false,
      editedAt: 0,
      views: 1200,
    });
    expect(page?.posts[1]).toMatchObject({
      text: 'Ещё места есть',
      hasMedia: true,
      replyTo: 'rabota_ryadom/15',
      links: ['https://t.me/invented_bot?start=1'],
      forwardedFrom: 'Другой канал',
      editedAt: undefined,
    });
  });

  it('passes over what nobody wrote and keeps a picture without words', () => {
    const html = shownChannel('abcde', [
      { id: 1, at: '2026-01-01T08:15:00+00:00', html: 'Channel created', isService: true },
      { id: 2, at: '2026-01-01T08:16:00+00:00', photo: true },
    ]);
    const page = readChannelPage(html, 'https://t.me/s/abcde', NOW);
    expect(page?.posts.map(({ externalId, text }) => [externalId, text])).toEqual([
      ['abcde/2', ''],
    ]);
    expect(page?.before).toBeUndefined();
  });

  it('cuts a text of a megabyte and says so', () => {
    const html = shownChannel('abcde', [
      { id: 2, at: '2026-01-01T08:16:00+00:00', html: 'слово '.repeat(170_000) },
    ]);
    const page = readChannelPage(html, 'https://t.me/s/abcde', NOW);
    expect(page?.posts[0].text.length).toBeLessThanOrEqual(20_000);
    expect(page?.rejects).toMatchObject([{ code: 'QRG_WATCH_TEXT_LONG', effect: 'cut' }]);
  });

  it('is none where no channel is shown', () => {
    const closed =
      '<html><body><div class="tgme_page"><a class="tgme_action_button_new">Join</a></div></body></html>';
    expect(readChannelPage(closed, URL_OF_PAGE, NOW)).toBeUndefined();
    expect(channelOf('https://t.me/s/Some_Name?before=3')).toBe('some_name');
  });
});
