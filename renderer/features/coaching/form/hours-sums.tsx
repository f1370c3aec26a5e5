import { useIntl } from 'react-intl';
import type { ProposalPreview } from '../../../../shared/ipc/coaching-schemas.ts';
import { lengthText } from '../session-words.ts';

/** What a session would take of its customer's hours. */
export const HoursSums = ({ hours }: Pick<ProposalPreview, 'hours'>) => {
  const intl = useIntl();
  const { neededMin, leftMin, plannedMin } = hours;
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <dl className="session-sums" data-testid="session-hours">
      <dt>{word('session.hours.needed')}</dt>
      <dd>{neededMin === 0 ? word('session.hours.uncharged') : lengthText(intl, neededMin)}</dd>
      <dt>{word('session.hours.left')}</dt>
      <dd>{lengthText(intl, leftMin)}</dd>
      <dt>{word('session.hours.planned')}</dt>
      <dd>{lengthText(intl, plannedMin)}</dd>
    </dl>
  );
};
