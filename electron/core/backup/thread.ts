import { parentPort, workerData } from 'node:worker_threads';
import { fail, succeed, VigieError, type Reply } from '../../../shared/ipc/reply.ts';
import '../web-crypto.ts';
import { errorFacts, type LogFacts } from '../log.ts';
import type { Progress } from './steps.ts';
import { runTask, type BackupTask } from './task.ts';

/** From the thread to who started it. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly reply: Reply<unknown>; readonly bug: LogFacts | null };

const port = parentPort;
if (port === null) throw new Error('a backup task runs in a thread of its own');

const send = (message: ThreadMessage): void => port.postMessage(message);
const stop = new AbortController();
port.on('message', () => stop.abort());

const reply = async (): Promise<{ readonly reply: Reply<unknown>; readonly bug: LogFacts | null }> => {
  try {
    const hooks = { signal: stop.signal, onProgress: (progress: Progress) => send({ kind: 'progress', progress }) };
    return { reply: succeed(await runTask(workerData as BackupTask, hooks)), bug: null };
  } catch (error) {
    if (error instanceof VigieError) return { reply: fail(error.code, error.message, error.values), bug: null };
    return { reply: fail('backup/failed', 'It could not be done. The log says why.'), bug: errorFacts(error) };
  }
};

void reply().then((done) => {
  send({ kind: 'done', ...done });
  port.close();
});
