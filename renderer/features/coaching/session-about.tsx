import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';

/** Which session a dialog is about: whose, of what, when and with whom. */
export const SessionAbout = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { customer, assignment, startMs, endMs, expert } = page.row;
  const when =
    startMs === null || endMs === null
      ? null
      : `${instants.day(startMs)}, ${intl.formatMessage({ id: 'expertise.times' }, { from: instants.time(startMs), to: instants.time(endMs) })}`;
  return (
    <p className="held-about" data-testid="session-about">
      <strong>
        <bdi>{customer}</bdi>
      </strong>
      <span>{intl.formatMessage({ id: `expertise.assignment.${assignment}` })}</span>
      {when === null ? null : <span>{when}</span>}
      {expert === null ? null : (
        <span>
          <bdi>{expert}</bdi>
        </span>
      )}
    </p>
  );
};
