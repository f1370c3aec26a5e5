import { presentIntl } from '../../i18n/present-intl.ts';
import { tell } from '../../state/notice-store.ts';
import { wholeText } from '../../state/queue-filters.ts';
import { useUiStore } from '../../state/ui-store.ts';

/** Puts the present filter on the clipboard as text; pasted into the box it gives the same list. */
export const copyFilter = async (): Promise<void> => {
  const say = (tone: 'done' | 'refused', id: string): void => tell(tone, presentIntl().formatMessage({ id }));
  try {
    await navigator.clipboard.writeText(wholeText(useUiStore.getState().filter));
    say('done', 'filter.copied');
  } catch {
    say('refused', 'filter.copyFailed');
  }
};
