import { useMemo } from 'react';
import { createIntl, useIntl, type IntlShape } from 'react-intl';
import type { Language } from '../../../shared/i18n/language.ts';
import type { ReportWords } from '../../../shared/report/tell-figure.ts';
import { LOCALES, MESSAGES } from '../../i18n/messages.ts';

const wordsOf = (intl: IntlShape): ReportWords => ({
  say: (id, values) => intl.formatMessage({ id }, values),
  has: (id) => id in intl.messages,
  number: (value, digits = 0) => intl.formatNumber(value, { maximumFractionDigits: digits }),
});

/** The words of reports in the window's language. */
export const useReportWords = (): ReportWords => {
  const intl = useIntl();
  return useMemo(() => wordsOf(intl), [intl]);
};

/** In a customer's, whatever language the window has. */
export const reportWordsIn = (language: Language): ReportWords =>
  wordsOf(createIntl({ locale: LOCALES[language], messages: { ...MESSAGES[language] } }));
