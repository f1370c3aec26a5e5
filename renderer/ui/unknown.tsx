import { useIntl } from 'react-intl';
import { UNKNOWN } from '../../shared/i18n/clock-text.ts';

/** Stands for what the source did not tell: a dash to the eye, a word to a screen reader. */
export const Unknown = ({ label = 'unknown' }: { readonly label?: 'unknown' | 'unassigned' | 'notYet' }) => {
  const intl = useIntl();
  const word = intl.formatMessage({ id: label });
  return (
    <span className="unknown" title={word}>
      <span aria-hidden="true">{UNKNOWN}</span>
      <span className="sr-only">{word}</span>
    </span>
  );
};
