import type { ImportProgress } from '../../../shared/ipc/import-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { pathsOf } from '../chosen-files.ts';
import type { CustomerImportService } from '../customer/customer-import-service.ts';
import type { Caller, Handlers, Input } from '../router.ts';
import type { Recording } from '../ticket/event-repo.ts';
import type { ImportOrder } from './import-reader.ts';
import type { ImportService } from './import-service.ts';

type Parts = {
  readonly imports: ImportService;
  readonly customerImports: CustomerImportService;
  readonly by: (caller: Caller) => Recording;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly onCustomers: (customerIds: null) => void;
};

type ImportHandlers = Pick<
  Handlers<'core'>,
  | `import:${'guess' | 'preview' | 'run' | 'cancel' | 'list-profiles' | 'save-profile' | 'remove-profile'}`
  | `customer:${'preview-import' | 'import'}`
>;

const toOrder = (
  { selectionId, tierMapId, levelMapId, profile, zone, mapping }: Input<'import:run'>,
  caller: Caller,
): ImportOrder => ({
  ...{ actor: caller.actor.name, paths: pathsOf(caller, selectionId, 'read'), profile, zone },
  tierMapPath: tierMapId === null ? null : (pathsOf(caller, tierMapId, 'read')[0] ?? null),
  mapping,
  levelMapPath: levelMapId === null ? null : (pathsOf(caller, levelMapId, 'read')[0] ?? null),
});

/** Answers the calls that import tickets and customers: one import at a time; `stop` ends it. */
export const importHandlers = ({
  imports,
  customerImports,
  by,
  onProgress,
  onCustomers,
}: Parts): { readonly handlers: ImportHandlers; readonly stop: () => void } => {
  let running: { readonly stop: AbortController; readonly done: Promise<unknown> } | null = null;
  const alone = async <Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> => {
    while (running !== null) {
      // One that was stopped ends soon: whoever stopped it may go on with another.
      if (running.stop.signal.aborted) {
        await running.done;
        continue;
      }
      throw new VigieError('import/busy', 'Another import is running. Wait until it is done, or cancel it.');
    }
    const stop = new AbortController();
    const result = work(stop.signal);
    const mine = {
      stop,
      done: result.then(
        () => undefined,
        () => undefined,
      ),
    };
    running = mine;
    try {
      return await result;
    } finally {
      if (running === mine) running = null;
    }
  };
  const stop = (): void => running?.stop.abort();
  const customers = (selectionId: string, caller: Caller, isDryRun: boolean) =>
    alone(() => customerImports.run(pathsOf(caller, selectionId, 'read'), by(caller), isDryRun));
  return {
    handlers: {
      'import:guess': ({ selectionId, machineZone }, caller) =>
        alone((signal) => imports.guess(pathsOf(caller, selectionId, 'read'), machineZone, { signal, onProgress })),
      'import:list-profiles': () => imports.profiles.list(),
      'import:save-profile': (draft, caller) => ({ id: imports.profiles.save(draft, by(caller)) }),
      'import:remove-profile': ({ id }) => {
        imports.profiles.remove(id);
        return {};
      },
      'import:preview': (input, caller) =>
        alone((signal) => imports.preview(toOrder(input, caller), { signal, onProgress })),
      'import:run': (input, caller) => alone((signal) => imports.run(toOrder(input, caller), { signal, onProgress })),
      'import:cancel': () => {
        stop();
        return {};
      },
      'customer:preview-import': ({ selectionId }, caller) => customers(selectionId, caller, true),
      'customer:import': async ({ selectionId }, caller) => {
        const report = await customers(selectionId, caller, false);
        if (report.customers.new + report.customers.changed > 0) onCustomers(null);
        return report;
      },
    },
    stop,
  };
};
