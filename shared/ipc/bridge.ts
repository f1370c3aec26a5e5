import type { CallInput, CallName, CallOutput, NoticeName, NoticePayload } from './contract.ts';
import type { FileSelection } from './import-schemas.ts';
import type { Reply } from './reply.ts';

/** `window.vigie`: all that the window can reach. */
export type VigieBridge<DroppedFile = unknown> = {
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Reply<CallOutput<Name>>>;
  /** Listens to a notice; the result stops listening. */
  readonly on: <Name extends NoticeName>(name: Name, listener: (payload: NoticePayload<Name>) => void) => () => void;
  /** Hands files dropped on the window to the shell. Only real files of the drop have a path, and only the shell learns it. */
  readonly offerFiles: (files: readonly DroppedFile[]) => Promise<Reply<FileSelection>>;
};
