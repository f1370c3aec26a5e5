import { lazy, Suspense, useState } from 'react';
import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import type { TicketCommand, TicketCommandKind } from '../../../shared/ticket/command.ts';
import { CallFailure } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { ticketDetailQuery } from '../../ipc/queries.ts';
import { runCommands } from '../../ipc/run-commands.ts';
import { closeForm, useDeskStore, type Form } from '../../state/desk-store.ts';
import { tellDone } from '../desk/tell-result.ts';
import { TypedAhead } from './forms/typed-ahead.ts';
import { ConflictNote } from './conflict-note.tsx';

const loadForms = () => import('./forms/form-body.tsx');
const FormBody = lazy(async () => ({ default: (await loadForms()).FormBody }));

/** Fetches the forms before one is wanted: what is typed after a key must find its field. */
export const preloadForms = (): void => void loadForms();

/** What only adds to a ticket is right whatever happened to it meanwhile. */
const ADDITIONS: ReadonlySet<TicketCommandKind> = new Set(['respond', 'note', 'tag', 'link', 'unlink', 'keepTime']);

type OpenProps = { readonly form: Form; readonly detail: TicketDetail };

const OpenForm = ({ form, detail }: OpenProps) => {
  const { row, events } = detail;
  const [seen, setSeen] = useState({ version: row.version, untilMs: events.at(-1)?.recordedAtMs ?? 0 });
  const [error, setError] = useState<unknown>(null);
  const [last, setLast] = useState<readonly TicketCommand[]>([]);

  const send = async (commands: readonly TicketCommand[], version: number): Promise<void> => {
    const isAddition = commands.every(({ kind }) => ADDITIONS.has(kind));
    try {
      setError(null);
      setLast(commands);
      const target = { id: row.id, expectedVersion: isAddition ? null : version };
      const { commandId } = await runCommands([target], commands);
      if (useDeskStore.getState().form === form) closeForm();
      tellDone(row.reference, commands, commandId);
    } catch (failure) {
      setError(failure);
      void queryClient.invalidateQueries({ queryKey: ticketDetailQuery(row.id, null).queryKey });
    }
  };
  const retry = (): void => {
    setSeen({ version: row.version, untilMs: events.at(-1)?.recordedAtMs ?? 0 });
    void send(last, row.version);
  };

  return (
    <div className="composer">
      {error instanceof CallFailure && error.code === 'ticket/conflict' ? (
        <ConflictNote
          error={error}
          events={events.filter(({ recordedAtMs }) => recordedAtMs > seen.untilMs)}
          onRetry={retry}
        />
      ) : null}
      <FormBody
        form={form}
        tickets={[row]}
        detail={detail}
        error={error}
        onCancel={closeForm}
        onSubmit={(commands) => void send(commands, seen.version)}
      />
    </div>
  );
};

/** The open form of the ticket on the page. With tickets checked, a form is about those and shown elsewhere. */
export const TicketComposer = ({ detail }: { readonly detail: TicketDetail }) => {
  const form = useDeskStore((desk) => (desk.checkedIds.size <= 1 ? desk.form : null));
  if (form === null) return null;
  return (
    <Suspense fallback={<TypedAhead />}>
      <OpenForm form={form} detail={detail} key={`${form} ${detail.row.id}`} />
    </Suspense>
  );
};
