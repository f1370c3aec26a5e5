import type { IntlShape } from 'react-intl';
import { CallFailure } from '../ipc/client.ts';

/** The sentence for a failure: our translation of its code where there is one, else what the core said, which is in English. */
export const errorText = (intl: IntlShape, error: unknown): string => {
  if (!(error instanceof CallFailure)) return intl.formatMessage({ id: 'error.bug' });
  const id = `error.${error.code}`;
  return id in intl.messages ? intl.formatMessage({ id }, { ...error.values, message: error.message }) : error.message;
};
