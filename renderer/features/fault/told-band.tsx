import { IconInfoCircle, IconX } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { putToldAway, useToldStore } from '../../state/told-store.ts';
import { focusQueue } from '../queue/focus.ts';

/** What happened beside the work, said once: a window or the queue that had to be opened again, a backup that was restored. */
export const ToldBand = () => {
  const intl = useIntl();
  const told = useToldStore((store) => store.told);
  if (told === null) return null;
  const hasFile = told.kind === 'restored' && told.keptAs !== null;
  const text = hasFile
    ? intl.formatMessage({ id: 'fault.told.restored' }, { file: told.keptAs })
    : intl.formatMessage({ id: `fault.told.${told.kind === 'restored' ? 'restoredAlone' : told.kind}` });
  return (
    <section className="lock-band told-band" role="status" data-testid="told-band" data-kind={told.kind}>
      <IconInfoCircle size={15} stroke={1.8} aria-hidden="true" />
      <span>{text}</span>
      <button
        type="button"
        className="icon-button"
        onClick={() => {
          putToldAway();
          focusQueue();
        }}
        title={intl.formatMessage({ id: 'close' })}
      >
        <IconX size={14} stroke={2.2} aria-hidden="true" />
        <span className="sr-only">{intl.formatMessage({ id: 'close' })}</span>
      </button>
    </section>
  );
};
