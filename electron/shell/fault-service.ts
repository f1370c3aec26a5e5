import { shell } from 'electron';
import type { FaultStanding } from '../../shared/ipc/fault-calls.ts';
import { VigieError, type Failure } from '../../shared/ipc/reply.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { createTurn, type Hooks } from '../core/backup/steps.ts';
import type { RunTask } from '../core/backup/task.ts';
import { pathOf } from '../core/chosen-files.ts';
import type { Handlers } from '../core/router.ts';
import { broadcast } from './bind-ipc.ts';
import { askForTarget } from './save-file.ts';
import type { Selections } from './selections.ts';
import { menuTexts } from './texts.ts';

type Parts = {
  /** The file of the workspace that is open. */
  readonly path: () => string;
  /** Ends the core and opens the file again; a copy of it, to be read alone, where there is the code of a fault. */
  readonly reopen: (readOnlyBecause: string | null) => Promise<unknown>;
  /** Why the database cannot be read; null where it can. */
  readonly askCore: () => Promise<Failure | null>;
  readonly run: RunTask;
  readonly selections: Selections;
  readonly language: () => Language;
};

/** What is answered while another database is put in the place of the one that is open. */
export const REPLACING: Failure = {
  code: 'core/replacing',
  message: 'A backup is being restored. Wait until that is done.',
};

/** The ways on where the database cannot be used as always: how it stands, opening it again or to be read alone, exporting what can be read. */
export const createFaultService = ({ path, reopen, askCore, run, selections, language }: Parts) => {
  let readOnlyBecause: string | null = null;
  let isReplacing = false;
  const turn = createTurn(({ phase, done, total }) => broadcast('backup:progressed', { phase, done, total }));

  const standing = (): FaultStanding => ({ path: path(), readOnlyBecause, isReplacing });
  const tell = (): FaultStanding => {
    broadcast('fault:changed', standing());
    return standing();
  };

  const open = async (because: string | null): Promise<FaultStanding> => {
    readOnlyBecause = because;
    try {
      await reopen(because);
    } finally {
      tell();
    }
    return standing();
  };

  type Own = Extract<keyof Handlers<'shell'>, `fault:${string}`>;
  const handlers = (windowId: number): Pick<Handlers<'shell'>, Own> => ({
    'fault:get-standing': standing,
    'fault:open-again': () => open(null),
    'fault:open-read-only': async ({ because }) => {
      await open(because);
      const failure = await askCore();
      if (failure === null) return standing();
      await open(null);
      throw new VigieError(failure.code, failure.message, failure.values);
    },
    'fault:show-file': () => {
      shell.showItemInFolder(path());
      return {};
    },
    'fault:choose-export': () =>
      askForTarget(windowId, selections, {
        ...{ kind: 'jsonl', name: `vigie-export-${new Date().toISOString().slice(0, 10)}.jsonl` },
        title: menuTexts(language())['dialog.choose-salvage'],
      }),
    'fault:export-readable': async ({ selectionId }, caller) => {
      const to = pathOf(caller, selectionId, 'write');
      const { rows, lost } = await turn.run((hooks) => run({ kind: 'salvage', path: path(), to }, hooks));
      return { rows: Object.values(rows).reduce((sum, count) => sum + count, 0), lost: Object.keys(lost) };
    },
    'fault:cancel': () => {
      turn.stop();
      return {};
    },
  });

  return {
    handlers,
    /** Replaces the database; windows are told before and after. */
    replacing: async <Result>(work: (hooks: Hooks) => Promise<Result>): Promise<Result> =>
      turn.run(async (hooks) => {
        isReplacing = true;
        tell();
        try {
          return await work(hooks);
        } finally {
          isReplacing = false;
          tell();
        }
      }),
    isReadOnly: (): boolean => readOnlyBecause !== null,
    /** It was opened as always. */
    opened: (): void => {
      if (readOnlyBecause === null) return;
      readOnlyBecause = null;
      tell();
    },
  };
};
