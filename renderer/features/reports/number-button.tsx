import { useIntl } from 'react-intl';
import { showTicketsOf, standAt, type NumberOf } from '../../state/report-store.ts';

type Props = {
  readonly of: NumberOf;
  readonly text: string;
  /** What the number is, for whoever does not see where it stands. */
  readonly about: string;
  /** There are no cases, so there is nothing to open. */
  readonly isNone: boolean;
  /** Two buttons of one number in one part of the screen are told apart by it. */
  readonly at?: string;
};

/** The name of a place among the numbers, by which it is found again. */
export const placeOf = ({ figure, by, key, cases, period }: NumberOf, at = ''): string =>
  JSON.stringify([figure, by, key, cases, period.fromMs, at]);

/** A number that opens its tickets. The arrows go from one to the next (`use-places.ts`). */
export const NumberButton = ({ of, text, about, isNone, at = '' }: Props) => {
  const intl = useIntl();
  if (isNone) return <span className="rep-none">{text}</span>;
  const place = placeOf(of, at);
  return (
    <button
      type="button"
      className="rep-number"
      tabIndex={-1}
      aria-label={intl.formatMessage({ id: 'reports.numberOf' }, { about, value: text })}
      onClick={() => showTicketsOf(of)}
      onFocus={() => standAt(place)}
      data-place={place}
      data-figure={of.figure}
      data-cases={of.cases}
    >
      {text}
    </button>
  );
};
