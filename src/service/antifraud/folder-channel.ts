import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  ANSWER_FORMAT,
  type AntifraudAnswer,
  type AntifraudMessage,
  antifraudAnswerSchema,
  antifraudMessageSchema,
  messageBytes,
} from '../../exchange/antifraud/message.ts';
import { syncFolder, writeDurably } from '../../store/durable-file.ts';
import type { AntifraudChannel, Received, RejectedFile } from './channel.ts';

const BYTES_MOST = 1 << 20;
/** Names of a folder looked at in one go: more wait for the next. */
const NAMES_MOST = 10_000;

/** What each folder is for; the gateway of the bank writes into the second and the third. */
const FOLDERS = {
  outbox: 'outbox', // messages of ours, until they are answered
  answers: 'outbox-answers', // the gateway: what the centre said of them
  inbox: 'inbox', // the gateway: messages of the centre
  inboxAnswers: 'inbox-answers', // what we say of those
  answered: 'answered', // answers to ours: receipts without the message itself
  rejected: 'rejected', // what was no message or no answer, with the reason beside
} as const;
type Folder = keyof typeof FOLDERS;

/**
 * The channel of files: one folder an institution. A file appears whole or not at all: it is written under a name that begins
 * with a point and renamed, by Qorgan and by the gateway alike; such names are not read. The name of a message is its id.
 * A message of ours that was answered is taken away, and its receipt says for ever that the id was sent: people's data do
 * not stay in the folder longer than the way needs.
 */
export async function openFolderChannel(
  root: string,
  now: () => number,
): Promise<AntifraudChannel> {
  for (const name of Object.values(FOLDERS))
    await mkdir(join(root, name), { recursive: true, mode: 0o700 });
  const files = new Files(root);
  // A crash between the receipt and the message leaves both.
  for (const name of await files.names('outbox'))
    if (await files.has('answered', name)) await files.drop('outbox', name);
  return {
    async send(message) {
      const name = `${message.id}.json`;
      if ((await files.has('answered', name)) || (await files.has('outbox', name)))
        return 'already_sent';
      await files.put('outbox', name, Buffer.from(messageBytes(message)).toString('utf8'));
      return 'sent';
    },

    async answers(most) {
      const found: AntifraudAnswer[] = [];
      for (const name of (await files.names('answers')).slice(0, most)) {
        const read = await files.read('answers', name, antifraudAnswerSchema);
        if (typeof read === 'string' || `${read.id}.json` !== name) {
          await files.reject(
            'answers',
            name,
            typeof read === 'string' ? read : 'id and name differ',
          );
          continue;
        }
        await files.move('answers', 'answered', name);
        await files.drop('outbox', name);
        found.push(read);
      }
      return found;
    },

    async receive(most) {
      const messages: AntifraudMessage[] = [];
      const rejected: RejectedFile[] = [];
      for (const name of await files.names('inbox')) {
        if (messages.length >= most) break;
        const read = await files.read('inbox', name, antifraudMessageSchema);
        if (typeof read === 'string' || `${read.id}.json` !== name) {
          const why = typeof read === 'string' ? read : 'id and name differ';
          await files.reject('inbox', name, why);
          if (typeof read !== 'string') await answer(files, read.id, 'rejected', now(), why);
          rejected.push({ name, why });
        } else if (await files.has('inboxAnswers', name))
          await files.drop('inbox', name); // a repeat of what was taken
        else messages.push(read);
      }
      return { messages, rejected } satisfies Received;
    },

    async acknowledge(id) {
      await answer(files, id, 'accepted', now());
      await files.drop('inbox', `${id}.json`);
    },
  };
}

async function answer(
  files: Files,
  id: string,
  status: AntifraudAnswer['status'],
  at: number,
  reason?: string,
): Promise<void> {
  const name = `${id}.json`;
  if (await files.has('inboxAnswers', name)) return;
  const said: AntifraudAnswer = {
    format: ANSWER_FORMAT,
    id,
    status,
    at: new Date(at).toISOString(),
    ...(reason !== undefined && { reason }),
  };
  await files.put('inboxAnswers', name, `${JSON.stringify(said, null, 2)}\n`);
}

class Files {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  #path(folder: Folder, name: string): string {
    return join(this.#root, FOLDERS[folder], name);
  }

  async names(folder: Folder): Promise<string[]> {
    const entries = await readdir(join(this.#root, FOLDERS[folder]), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort()
      .slice(0, NAMES_MOST);
  }

  async has(folder: Folder, name: string): Promise<boolean> {
    try {
      await access(this.#path(folder, name));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  /** A file in the form, or why it is none. */
  async read<S extends z.ZodType>(
    folder: Folder,
    name: string,
    schema: S,
  ): Promise<z.output<S> | string> {
    await using file = await open(this.#path(folder, name), 'r');
    const { size } = await file.stat();
    if (size > BYTES_MOST) return `larger than ${BYTES_MOST} bytes`;
    try {
      const read = schema.safeParse(JSON.parse(await file.readFile('utf8')));
      if (read.success) return read.data;
      const [issue] = read.error.issues;
      return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 500);
    } catch (error) {
      if (error instanceof SyntaxError) return 'not JSON';
      throw error;
    }
  }

  /** On disk, name and bytes, when it resolves. */
  async put(folder: Folder, name: string, text: string): Promise<void> {
    const path = this.#path(folder, name);
    const draft = this.#path(folder, `.${name}`);
    await rm(draft, { force: true }); // left by a crash
    await writeDurably(draft, text);
    await rename(draft, path);
    await syncFolder(path);
  }

  async move(from: Folder, to: Folder, name: string): Promise<void> {
    await rename(this.#path(from, name), this.#path(to, name));
    await syncFolder(this.#path(to, name));
  }

  async drop(folder: Folder, name: string): Promise<void> {
    await rm(this.#path(folder, name), { force: true });
  }

  /** Kept with the reason beside it; a second file of the name does not push the first out. */
  async reject(from: Folder, name: string, why: string): Promise<void> {
    for (let n = 0; ; n++) {
      const kept = n === 0 ? name : `${n}-${name}`;
      if (await this.has('rejected', kept)) continue;
      await this.put('rejected', `${kept}.why.txt`, `${why}\n`);
      await rename(this.#path(from, name), this.#path('rejected', kept));
      return;
    }
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
