import '../../styles/backup.css';
import { useIntl } from 'react-intl';
import { call } from '../../ipc/client.ts';
import { ProgressLine } from '../backup/progress-line.tsx';
import { isWallWindow } from '../../which-window.ts';

/** Over the whole window while another database takes the place of the one that it shows: nothing under it is answered. */
export const ReplacingCover = () => {
  const intl = useIntl();
  const cancel = (): void => void call('fault:cancel', {}).catch(() => undefined);
  return (
    <div className="replacing" data-testid="replacing-cover">
      <div className="replacing-sheet">
        <ProgressLine
          text={intl.formatMessage({ id: 'backup.restoring' })}
          {...(isWallWindow ? {} : { onCancel: cancel })}
        />
        <p className="quiet">{intl.formatMessage({ id: 'backup.restoringText' })}</p>
      </div>
    </div>
  );
};
