import type { CommandResult } from '../../../shared/ipc/desk-schemas.ts';
import type { TicketCommand } from '../../../shared/ticket/command.ts';
import { errorText } from '../../i18n/error-text.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { tell } from '../../state/notice-store.ts';
import { didText } from './did-text.ts';

/** Tells that something was refused, and why. */
export const tellRefusal = (error: unknown): void => tell('refused', errorText(presentIntl(), error));

/** Tells what commands did to one ticket, with an undo. */
export const tellDone = (reference: string, commands: readonly TicketCommand[], commandId: string | null): void => {
  const intl = presentIntl();
  tell('done', intl.formatMessage({ id: 'notice.one' }, { did: didText(intl, commands), reference }), commandId);
};

/** Tells what commands did to several tickets, with one undo for all of them. */
export const tellBulk = ({ changed, skipped, commandId }: CommandResult, commands: readonly TicketCommand[]): void => {
  const intl = presentIntl();
  const values = { did: didText(intl, commands), changed, skipped: skipped.length };
  if (changed === 0) tell('refused', intl.formatMessage({ id: 'notice.none' }, values));
  else tell('done', intl.formatMessage({ id: 'notice.bulk' }, values), commandId);
};
