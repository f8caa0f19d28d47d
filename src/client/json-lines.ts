const PIECE_CHARACTERS = 1 << 15;

/**
 * Rows as a stream of JSON lines, gathered into pieces: a piece a row would cost more than the row. Ends when the signal says
 * so, and lets everything else have its turn between two pieces: an endless source must not keep a dead connection from being
 * noticed.
 */
export function linesOf(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  signal?: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const source =
    Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await nextTurn();
      let piece = '';
      while (piece.length < PIECE_CHARACTERS) {
        if (signal?.aborted) {
          await source.return?.();
          controller.error(signal.reason);
          return;
        }
        const { done, value } = await source.next();
        if (done) {
          if (piece !== '') controller.enqueue(encoder.encode(piece));
          controller.close();
          return;
        }
        piece += `${JSON.stringify(value)}\n`;
      }
      controller.enqueue(encoder.encode(piece));
    },
    async cancel() {
      await source.return?.();
    },
  });
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Text lines of a response as they come; the last one need not end. */
export async function* textLines(response: Response): AsyncGenerator<string> {
  if (response.body === null) return;
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of response.body) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** The same as values. */
export async function* jsonLines<T>(response: Response): AsyncGenerator<T> {
  for await (const line of textLines(response)) if (line !== '') yield JSON.parse(line) as T;
}
