import { totalmem } from 'node:os';

const MB = 2 ** 20;

/**
 * A sixteenth of the memory there is, between 64 and 512 MB: the engine's state is the bigger need, and the system caches
 * files as well.
 */
function sharedBuffersMb(): number {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.min(512, Math.max(64, Math.round(memory / 16 / MB)));
}

/** Settings of the embedded server, set at its start. It shares a small machine with the engine. */
export const TUNING = (): Readonly<Record<string, string>> => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '64',

  // What was acknowledged survives a power cut. Never traded for speed: group commit makes it cheap instead.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  shared_buffers: `${sharedBuffersMb()}MB`,
  // Fewer checkpoints, so fewer whole pages in the log; replaying 1 GB after a crash takes well under a minute.
  max_wal_size: '1GB',
  checkpoint_timeout: '10min',
  wal_compression: 'on',

  // A long query of a report must not take both cores from decisions.
  max_parallel_workers_per_gather: '0',
  // Statements are short: compiling them costs more than it saves.
  jit: 'off',
  // A solid-state disk reads anywhere at nearly the same price.
  random_page_cost: '1.1',

  // The log tells of the server, not of statements: those that fail name identifiers, and whoever sent them hears of it.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
});
