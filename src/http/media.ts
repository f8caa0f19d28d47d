/** Lines of JSON, under the names that are in use. */
export const NDJSON = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'] as const;
export const EVENT_STREAM = 'text/event-stream';
