import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SimChannel, SimPost } from '../../../sim/posts/model.ts';
import { channelHtml, postHtml, type ShownPost } from './channel-html.ts';

/** Host of the simulated channels: a name that nobody can own (RFC 2606). */
export const TOWN_HOST = 't.town.example';
export const TOWN_ORIGIN = `http://${TOWN_HOST}`;

const PAGE_POSTS = 20;
const HOUR_MS = 3_600_000;
/** So long after a removal its people post the same again, in a channel of another name. */
export const BACK_AFTER_MS = 6 * HOUR_MS;
/** Name of the channel in which those removed from another go on. */
export const backName = (name: string): string => `${name}_new`;

/** Address of a message of the town. */
export const townPostUrl = (channel: string, number: number): string =>
  `${TOWN_ORIGIN}/${channel}/${number}`;

/**
 * Public channels of the simulated town, served on this machine alone. It shows what was posted until now, no more what a
 * platform was asked to remove, and, in time, what came back under another name.
 */
export class TownInternet {
  readonly #channels: ReadonlyMap<string, SimChannel>;
  readonly #now: () => number;
  /** Address of a message -> when it was removed, epoch ms. */
  readonly #removed = new Map<string, number>();
  readonly #server: Server;

  constructor(channels: readonly SimChannel[], now: () => number) {
    this.#channels = new Map(channels.map((channel) => [channel.name, channel]));
    this.#now = now;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  /** Begins to serve; returns the port on 127.0.0.1. */
  async listen(): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    await promise;
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }

  /** Names of all channels there may ever be, those that others go on in among them. */
  names(): string[] {
    return [...this.#channels.keys()].flatMap((name) => [name, backName(name)]);
  }

  /** A platform removes a message. */
  remove(url: string, at: number): void {
    if (!this.#removed.has(url)) this.#removed.set(url, at);
  }

  /** What a message truly is: 'channel/15', of a channel that goes on in another, too. */
  truthOf(message: string): SimPost | undefined {
    const [name, number] = message.split('/');
    const { posts } = this.#channels.get(name) ?? { posts: this.#back(name) };
    return posts.find((post) => String(post.number) === number);
  }

  #answer({ url = '/', method }: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(url, TOWN_ORIGIN);
    const html = method === 'GET' ? this.#page(pathname, searchParams.get('before')) : undefined;
    if (pathname === '/robots.txt') {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nAllow: /\n');
    } else if (html === undefined) {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end('<p>404</p>');
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    }
  }

  #page(pathname: string, before: string | null): string | undefined {
    const [, one, two] = pathname.split('/');
    if (one === 's') return this.#channelPage(two ?? '', Number(before ?? Infinity));
    const post = this.#shown(one).find(({ number }) => String(number) === two);
    return post && postHtml(TOWN_ORIGIN, this.#titled(one), post);
  }

  #channelPage(name: string, before: number): string | undefined {
    if (!this.names().includes(name)) return undefined;
    const posts = this.#shown(name).filter(({ number }) => number < before);
    const last = posts.slice(-PAGE_POSTS);
    const older = posts.length > last.length ? last[0].number : undefined;
    return channelHtml(TOWN_ORIGIN, this.#titled(name), last, older);
  }

  #titled(name: string): { name: string; title: string } {
    const origin = this.#channels.get(name);
    if (origin !== undefined) return origin;
    const before = [...this.#channels.values()].find((channel) => backName(channel.name) === name);
    return { name, title: `${before?.title ?? name} 2.0` };
  }

  /** What a channel shows now, oldest first. */
  #shown(name: string): readonly ShownPost[] {
    const now = this.#now();
    const { posts } = this.#channels.get(name) ?? { posts: this.#back(name) };
    return posts.filter(
      ({ number, at }) => at <= now && (this.#removed.get(townPostUrl(name, number)) ?? now) >= now,
    );
  }

  /** Posts removed from the channel before, in order of removal; their author calls himself otherwise. */
  #back(name: string): SimPost[] {
    const before = [...this.#channels.values()].find((channel) => backName(channel.name) === name);
    if (before === undefined) return [];
    return before.posts
      .flatMap((post) => {
        const removedAt = this.#removed.get(townPostUrl(before.name, post.number));
        return removedAt === undefined ? [] : [{ post, at: removedAt + BACK_AFTER_MS }];
      })
      .sort((a, b) => a.at - b.at)
      .map(({ post, at }, i) => ({
        ...post,
        number: i + 1,
        at,
        author: `${post.author}_new`,
        text: post.text.replaceAll(`@${post.author}`, `@${post.author}_new`),
      }));
  }
}
