import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import type { TicketCommand, TicketCommandKind } from '../../../shared/ticket/command.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { CallFailure } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { ticketDetailQuery } from '../../ipc/queries.ts';
import { runCommands } from '../../ipc/run-commands.ts';
import { closeForm, useDeskStore, type Form } from '../../state/desk-store.ts';
import { uncheckDone } from '../desk/check.ts';
import { tellDone, tellRefusal } from '../desk/tell-result.ts';
import { TypedAhead } from './forms/typed-ahead.ts';
import { ConflictNote } from './conflict-note.tsx';

const loadForms = () => import('./forms/form-body.tsx');
const FormBody = lazy(async () => ({ default: (await loadForms()).FormBody }));

/** Fetches the forms before one is wanted: what is typed after a key must find its field. */
export const preloadForms = (): void => void loadForms();

/** What only adds to a ticket is right whatever happened to it meanwhile. */
const ADDITIONS: ReadonlySet<TicketCommandKind> = new Set(['respond', 'note', 'tag', 'link', 'unlink', 'keepTime']);

type OpenProps = { readonly form: Form; readonly detail: TicketDetail };

const lastEventMs = ({ events }: TicketDetail): InstantMs => events.at(-1)?.recordedAtMs ?? 0;

const OpenForm = ({ form, detail }: OpenProps) => {
  const { row, events } = detail;
  const [seenUntilMs, setSeenUntilMs] = useState(() => lastEventMs(detail));
  const [error, setError] = useState<unknown>(null);
  // What is sent names the version that was seen by then, whoever kept the function that sends it.
  const seenVersion = useRef(row.version);
  const sendAgain = useRef(() => {});
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  const send = async (commands: readonly TicketCommand[], again: () => void): Promise<boolean> => {
    const isAddition = commands.every(({ kind }) => ADDITIONS.has(kind));
    sendAgain.current = again;
    try {
      setError(null);
      const target = { id: row.id, expectedVersion: isAddition ? null : seenVersion.current };
      const { commandId } = await runCommands([target], commands);
      if (isShown.current) closeForm();
      uncheckDone(row.id);
      tellDone(row.reference, commands, commandId);
      return true;
    } catch (failure) {
      setError(failure);
      // Who has left the form finds its draft, but not what refused it.
      if (!isShown.current) tellRefusal(failure);
      void queryClient.invalidateQueries({ queryKey: ticketDetailQuery(row.id, null).queryKey });
      return false;
    }
  };
  const retry = (): void => {
    seenVersion.current = row.version;
    setSeenUntilMs(lastEventMs(detail));
    sendAgain.current();
  };

  return (
    <div className="composer">
      {error instanceof CallFailure && error.code === 'ticket/conflict' ? (
        <ConflictNote
          error={error}
          events={events.filter(({ recordedAtMs }) => recordedAtMs > seenUntilMs)}
          onRetry={retry}
        />
      ) : null}
      <FormBody form={form} tickets={[row]} detail={detail} error={error} onCancel={closeForm} onSubmit={send} />
    </div>
  );
};

/** The open form of the ticket on the page. */
export const TicketComposer = ({ detail }: { readonly detail: TicketDetail }) => {
  const form = useDeskStore((desk) => desk.form);
  if (form === null) return null;
  return (
    <Suspense fallback={<TypedAhead />}>
      <OpenForm form={form} detail={detail} key={`${form} ${detail.row.id}`} />
    </Suspense>
  );
};
