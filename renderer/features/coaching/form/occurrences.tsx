import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { ProposalPreview } from '../../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../../app-context.ts';
import { ConflictList } from '../conflict-list.tsx';
import { spanText } from '../session-words.ts';

type Occurrence = ProposalPreview['occurrences'][number];

const SIGNS = { blocked: IconBan, warned: IconAlertTriangle, free: IconCircleCheck } as const;

const standOf = ({ isBlocked, conflicts }: Occurrence): keyof typeof SIGNS =>
  isBlocked ? 'blocked' : conflicts.length > 0 ? 'warned' : 'free';

/** Each session of what is planned with what stands against it; one alone without its time, which is typed beside. */
export const Occurrences = ({ occurrences }: Pick<ProposalPreview, 'occurrences'>) => {
  const intl = useIntl();
  const { instants } = useApp();
  const [only] = occurrences;
  if (occurrences.length === 1 && only !== undefined && only.conflicts.length > 0) {
    return <ConflictList conflicts={only.conflicts} />;
  }
  if (occurrences.length === 1) {
    return (
      <p className="occurrence-free" data-testid="nothing-against">
        <IconCircleCheck size={15} stroke={2} aria-hidden="true" />{' '}
        {intl.formatMessage({ id: 'session.nothingAgainst' })}
      </p>
    );
  }
  return (
    <ol className="occurrences" data-testid="occurrences">
      {occurrences.map((one) => {
        const stand = standOf(one);
        const Sign = SIGNS[stand];
        return (
          <li key={one.startMs} data-stand={stand} data-testid="occurrence">
            <p>
              <Sign size={14} stroke={2} aria-hidden="true" /> {spanText(instants, one)}{' '}
              <span className="quiet">{intl.formatMessage({ id: `session.stand.${stand}` })}</span>
            </p>
            {one.conflicts.length === 0 ? null : <ConflictList conflicts={one.conflicts} isShort />}
          </li>
        );
      })}
    </ol>
  );
};
