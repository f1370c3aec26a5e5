import { Worker } from 'node:worker_threads';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Log } from '../log.ts';
import type { BackupTask, RunTask, TaskResults } from './task.ts';
import type { ThreadMessage } from './thread.ts';

/** The built file of `thread.ts`, beside that of whoever starts it. */
export const BACKUP_THREAD = 'backup.js';

/** Does a task in a thread of its own, from the built file of `thread.ts`: nobody waits for it but who asked. */
export const runInThread = (file: string, log: Log): RunTask =>
  (<Task extends BackupTask>(task: Task, { signal, onProgress }: Parameters<RunTask>[1]) =>
    new Promise<TaskResults[Task['kind']]>((resolve, reject) => {
      const thread = new Worker(file, { workerData: task });
      const stop = (): void => thread.postMessage('stop');
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      thread.on('message', (message: ThreadMessage) => {
        if (message.kind === 'progress') {
          onProgress(message.progress);
          return;
        }
        if (message.bug !== null) log('error', 'backup/failed', message.bug);
        const { reply } = message;
        if (reply.ok) resolve(reply.value as TaskResults[Task['kind']]);
        else reject(new VigieError(reply.error.code, reply.error.message, reply.error.values));
      });
      thread.on('error', reject);
      thread.on('exit', () => {
        signal.removeEventListener('abort', stop);
        // Of no effect where it was answered.
        reject(new VigieError('backup/failed', 'It could not be done: its thread ended. The log says why.'));
      });
    })) satisfies RunTask;
