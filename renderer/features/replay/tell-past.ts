import { presentIntl } from '../../i18n/present-intl.ts';
import { tell, useNoticeStore } from '../../state/notice-store.ts';

/** Says why nothing can be done: once, however often it is asked for. */
export const tellPast = (): void => {
  const text = presentIntl().formatMessage({ id: 'replay.refused' });
  if (useNoticeStore.getState().notices.every((notice) => notice.text !== text)) tell('refused', text);
};
