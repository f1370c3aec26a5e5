import { useIntl } from 'react-intl';
import type { MaintenanceExceptionRow } from '../../../shared/ipc/maintenance-calls.ts';
import { useApp } from '../../app-context.ts';
import { useWindowWords } from './use-window-words.ts';

/** An exception as a sentence: what, on which platforms, when. */
export const useExceptionText = (): ((exception: MaintenanceExceptionRow) => string) => {
  const intl = useIntl();
  const words = useWindowWords();
  const { instants } = useApp();
  return ({ kind, platforms, ofStartMs, startMs, endMs }) => {
    const held = startMs === null || endMs === null ? '' : words.whole({ startMs, endMs });
    const of = ofStartMs === null ? '' : instants.full(ofStartMs);
    return intl.formatMessage(
      { id: `maintenance.exception.${kind}` },
      { platforms: words.platforms(platforms), of, held },
    );
  };
};
