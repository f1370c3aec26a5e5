import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import type { TicketCommand } from '../../../shared/ticket/command.ts';
import { knownDetail, knownMe } from '../../ipc/known-facts.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { runCommands } from '../../ipc/run-commands.ts';
import { orderBulk } from '../../state/bulk-store.ts';
import { openForm } from '../../state/desk-store.ts';
import { tell } from '../../state/notice-store.ts';
import { timerQuery, toggleTimer } from '../ticket/timer-calls.ts';
import { verbOf, type VerbId } from '../ticket/verbs.ts';
import { uncheckDone } from './check.ts';
import { presentTargets, showTarget } from './targets.ts';
import { tellDone, tellRefusal } from './tell-result.ts';

const runOnOne = async (row: QueueRow, commands: readonly TicketCommand[]): Promise<void> => {
  try {
    const { commandId } = await runCommands([{ id: row.id, expectedVersion: row.version }], commands);
    uncheckDone(row.id);
    tellDone(row.reference, commands, commandId);
  } catch (error) {
    tellRefusal(error);
  }
};

/** Runs known commands, a macro for example, on what is selected or checked. */
export const runOnTargets = (title: string, commands: readonly TicketCommand[]): void => {
  const targets = presentTargets();
  if (targets.kind === 'many') orderBulk({ kind: 'commands', title, ids: targets.ids, commands });
  else if (targets.kind === 'one') void runOnOne(targets.row, commands);
};

const tellTimer = async ({ id, reference }: QueueRow): Promise<void> => {
  try {
    await toggleTimer(id);
    const timer = queryClient.getQueryData(timerQuery.queryKey);
    const message = timer?.runningSinceMs == null ? 'notice.timerPaused' : 'notice.timerRuns';
    tell('done', presentIntl().formatMessage({ id: message }, { reference }));
  } catch (error) {
    tellRefusal(error);
  }
};

const verbName = (id: VerbId): string => presentIntl().formatMessage({ id: `command.${id}` });

/** Does a verb to one ticket: opens its form, or does it at once and tells so. What refuses it is told too. */
export const runVerbOn = (id: VerbId, row: QueueRow): void => {
  const { form, commands } = verbOf(id);
  if (form !== undefined) openForm(form);
  else if (commands !== undefined) void runOnOne(row, commands);
  else void tellTimer(row);
};

const runOnSelected = (id: VerbId, row: QueueRow): void => {
  const { form, commands, isAllowed } = verbOf(id);
  const intl = presentIntl();
  const me = knownMe();
  // What needs no form is refused by the core, which knows the reason.
  if (commands === undefined && me !== null && !isAllowed(row, knownDetail(row.id), me)) {
    const { reference, state } = row;
    tell('refused', intl.formatMessage({ id: 'notice.notNow' }, { verb: verbName(id), reference, state }));
    return;
  }
  if (form !== undefined) showTarget(row);
  runVerbOn(id, row);
};

/** Verbs that are about one ticket and its customer: with several checked they say so. */
const FOR_ONE: ReadonlySet<VerbId> = new Set(['mail', 'inform', 'timer', 'unmerge']);

/** Does something with the selected ticket, or with all that are checked: the same by key, palette, bar and menu. */
export const runVerb = (id: VerbId): void => {
  const targets = presentTargets();
  if (targets.kind === 'none') return;
  if (targets.kind === 'one') {
    runOnSelected(id, targets.row);
    return;
  }
  const title = verbName(id);
  const { form, commands } = verbOf(id);
  if (FOR_ONE.has(id)) {
    tell('refused', presentIntl().formatMessage({ id: 'notice.forOne' }, { verb: title, count: targets.ids.length }));
  } else if (form !== undefined) orderBulk({ kind: 'form', title, ids: targets.ids, form });
  else if (commands !== undefined) orderBulk({ kind: 'commands', title, ids: targets.ids, commands });
};

/** Whether the targets allow a verb as far as the window knows; of several tickets the preview tells. */
export const isVerbOffered = (id: VerbId): boolean => {
  const targets = presentTargets();
  if (targets.kind === 'many') return !FOR_ONE.has(id);
  const me = knownMe();
  if (targets.kind === 'none' || me === null) return false;
  return verbOf(id).isAllowed(targets.row, knownDetail(targets.row.id), me);
};
