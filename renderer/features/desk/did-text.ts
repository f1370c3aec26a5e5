import type { IntlShape } from 'react-intl';
import type { TicketCommand, TicketCommandKind } from '../../../shared/ticket/command.ts';

/** The command that stands behind an event. */
const BY_EVENT: Readonly<Record<string, TicketCommandKind | 'open'>> = {
  opened: 'open',
  responded: 'respond',
  commented: 'note',
  paused: 'waitForCustomer',
  awaited: 'waitForOther',
  resumed: 'customerAnswered',
  activated: 'continue',
  resolved: 'resolve',
  reopened: 'reopen',
  closed: 'close',
  priorityChanged: 'changePriority',
  assigned: 'assign',
  edited: 'edit',
  tagged: 'tag',
  escalated: 'escalate',
  escalationAccepted: 'acceptEscalation',
  escalationReturned: 'returnEscalation',
  acknowledged: 'acknowledge',
  expertiseEngaged: 'engageExpertise',
  linked: 'link',
  unlinked: 'unlink',
  merged: 'mergeInto',
  tookIn: 'mergeInto',
  unmerged: 'unmerge',
  gaveBack: 'unmerge',
  timeSpent: 'keepTime',
};

const phrase = (intl: IntlShape, kinds: readonly (TicketCommandKind | 'open')[]): string => {
  const [first] = kinds;
  const id = first === undefined || new Set(kinds).size > 1 ? 'notice.did.several' : `notice.did.${first}`;
  return intl.formatMessage({ id: id in intl.messages ? id : 'notice.did.several' });
};

/** What commands did, in two or three words: 'Resolved'; of a macro 'Several changes'. */
export const didText = (intl: IntlShape, commands: readonly TicketCommand[]): string => {
  const [first] = commands;
  if (commands.length === 1 && first?.kind === 'assign' && first.assignee === null) {
    return intl.formatMessage({ id: 'notice.did.unassign' });
  }
  return phrase(
    intl,
    commands.map(({ kind }) => kind),
  );
};

/** The same from kinds of events, as an undo tells them. */
export const didTextOfEvents = (intl: IntlShape, kinds: readonly string[]): string => {
  const commands = [...new Set(kinds.map((kind) => BY_EVENT[kind]))];
  return phrase(
    intl,
    commands.filter((kind) => kind !== undefined),
  );
};
