import type { NoticePayload } from '../../../shared/ipc/contract.ts';
import { MAX_VIEWS, type CannedReply, type Macro, type SavedView } from '../../../shared/ipc/desk-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { checkReply } from '../../../shared/reply/canned-reply.ts';
import type { PresentClock } from '../clock.ts';
import type { Database, Writer } from '../db/database.ts';
import type { Caller, Handlers } from '../router.ts';
import type { DeskRepo } from './desk-repo.ts';

type What = NoticePayload<'desk:changed'>['what'];

type Parts = {
  readonly database: Database;
  readonly desk: DeskRepo;
  readonly clock: PresentClock;
  readonly onChanged: (what: What) => void;
};

/** What is listed, saved and deleted by id. */
type Listed = Exclude<What, 'timer' | 'alarm'>;

const KINDS: Readonly<Record<Listed, string>> = { view: 'view', reply: 'reply', macro: 'macro' };

type DeskCalls = `draft:${'list' | 'get' | 'save'}` | `${'view' | 'reply' | 'macro'}:${'list' | 'save' | 'delete'}`;

/** Drafts, saved views, canned replies and macros. */
export const createDeskService = ({ database, desk, clock, onChanged }: Parts): Pick<Handlers<'core'>, DeskCalls> => {
  const blankToNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

  /** Writes one and tells of it; a name that is taken and one that is gone are refused. */
  const save = <Kept extends { readonly id: number }>(
    what: Listed,
    kept: Omit<Kept, 'id'> & { readonly id: number | null; readonly name: string },
    others: readonly { readonly id: number; readonly name: string }[],
    write: (writer: Writer) => number | null,
  ): Kept => {
    const { name } = kept;
    if (others.some((other) => other.name === name && other.id !== kept.id)) {
      throw new VigieError('desk/name-taken', `There is a ${KINDS[what]} named ${name}: choose another name.`, {
        name,
      });
    }
    const id = database.write(write);
    if (id === null) throw new VigieError('desk/gone', `This ${KINDS[what]} is gone: save it as a new one.`);
    onChanged(what);
    return { ...kept, id } as unknown as Kept;
  };

  const drop = (what: Listed, write: (writer: Writer) => void): Record<string, never> => {
    database.write(write);
    onChanged(what);
    return {};
  };

  const nameOf = ({ actor }: Caller): string => actor.name;

  return {
    'draft:list': (_input, caller) => database.read(() => desk.drafts(nameOf(caller))),
    'draft:get': ({ key }, caller) => database.read(() => desk.draft(nameOf(caller), key)),
    'draft:save': ({ key, body }, caller) => {
      database.write((writer) =>
        body === null
          ? desk.dropDraft(writer, nameOf(caller), key)
          : desk.saveDraft(writer, nameOf(caller), key, body, clock.nowMs()),
      );
      return {};
    },
    'view:list': (_input, caller) => database.read(() => desk.views(nameOf(caller))),
    'view:save': (view, caller) => {
      const others = desk.views(nameOf(caller));
      if (view.id === null && others.length >= MAX_VIEWS) {
        throw new VigieError('desk/too-many', `You keep ${MAX_VIEWS} views: delete one before you save another.`, {
          most: MAX_VIEWS,
        });
      }
      return save<SavedView>('view', view, others, (writer) => desk.saveView(writer, nameOf(caller), view));
    },
    'view:delete': ({ id }, caller) => drop('view', (writer) => desk.dropView(writer, nameOf(caller), id)),
    'reply:list': () => database.read(() => desk.replies()),
    'reply:save': (input) => {
      const reply = {
        ...input,
        subjectEn: blankToNull(input.subjectEn),
        bodyEn: blankToNull(input.bodyEn),
        subjectFr: blankToNull(input.subjectFr),
        bodyFr: blankToNull(input.bodyFr),
      };
      const refused = checkReply(reply);
      if (refused !== null) throw new VigieError(refused.code, refused.reason, refused.values);
      return save<CannedReply>('reply', reply, desk.replies(), (writer) => desk.saveReply(writer, reply));
    },
    'reply:delete': ({ id }) => drop('reply', (writer) => desk.dropReply(writer, id)),
    'macro:list': () => database.read(() => desk.macros()),
    'macro:save': (macro) => save<Macro>('macro', macro, desk.macros(), (writer) => desk.saveMacro(writer, macro)),
    'macro:delete': ({ id }) => drop('macro', (writer) => desk.dropMacro(writer, id)),
  };
};
