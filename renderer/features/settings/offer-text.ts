import type { IntlShape } from 'react-intl';
import type { CellValue, OfferRow, OwnText } from '../../../shared/tier/catalogue.ts';
import { spanText } from './span-text.ts';

export const ownText = (text: OwnText, locale: string): string => (locale.startsWith('fr') ? text.fr : text.en);

/** What a cell of the offer's table says. */
export const cellText = (intl: IntlShape, value: CellValue): string => {
  const say = (id: string, values: Record<string, string> = {}): string => intl.formatMessage({ id }, values);
  switch (value.kind) {
    case 'word':
      return say(`offer.word.${value.word}`);
    case 'text':
      return ownText(value.text, intl.locale);
    case 'unsaid':
      return say('offer.unsaid');
    case 'access':
      return say(`offer.access.${value.access}`);
    case 'hours':
      return value.minutes === 0 || value.access === 'none'
        ? say('offer.hours.none')
        : say(`offer.hours.${value.access}`, { hours: spanText(value.minutes) });
    case 'target':
      return value.minutes === null ? say('clock.bestEffort') : spanText(value.minutes);
  }
};

export const rowText = (intl: IntlShape, row: OfferRow): string => {
  if (row.kind === 'own') return ownText(row.name, intl.locale);
  if (row.kind === 'target') return intl.formatMessage({ id: `offer.row.${row.of}` }, { priority: row.priority });
  return intl.formatMessage({ id: `offer.row.${row.id}` });
};
