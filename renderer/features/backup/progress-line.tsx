import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { NoticePayload } from '../../../shared/ipc/contract.ts';
import { listen } from '../../ipc/client.ts';
import { PHASES } from './phases.ts';

type Props = {
  /** What is being done, before anything is told of how far it is. */
  readonly text: string;
  /** Ends it; without, it cannot be ended any more. */
  readonly onCancel?: () => void;
};

/** How far a backup, a look into one, a restore or an export is. */
export const ProgressLine = ({ text, onCancel }: Props) => {
  const intl = useIntl();
  const [told, setTold] = useState<NoticePayload<'backup:progressed'> | null>(null);
  useEffect(() => listen('backup:progressed', setTold), []);
  const phase =
    told !== null && PHASES.includes(told.phase) ? intl.formatMessage({ id: `backup.phase.${told.phase}` }) : null;
  const share = told === null || told.total === 0 ? null : Math.min(1, told.done / told.total);
  return (
    <div className="backup-progress">
      <p role="status">
        <strong>{text}</strong>
        {phase === null ? null : <span className="quiet">{phase}</span>}
        {share === null ? null : <span className="quiet">{intl.formatNumber(share, { style: 'percent' })}</span>}
      </p>
      <progress {...(share === null ? {} : { value: share })} aria-label={text} />
      {onCancel === undefined ? null : (
        <button type="button" className="banner-button" onClick={onCancel} data-testid="backup-cancel">
          {intl.formatMessage({ id: 'backup.stop' })}
        </button>
      )}
    </div>
  );
};
