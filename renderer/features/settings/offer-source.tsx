import { IconAdjustments, IconFileCheck, IconTargetArrow, IconWorld, type Icon } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { CELL_SOURCES, type CellSource } from '../../../shared/tier/catalogue.ts';

const ICONS: Readonly<Record<CellSource, Icon>> = {
  offer: IconFileCheck,
  published: IconWorld,
  default: IconAdjustments,
  objective: IconTargetArrow,
};

type Props = {
  readonly source: CellSource;
  /** From when on a value of ours has held, as text. */
  readonly since?: string | null;
};

/** Who says so, as a sign and a word; more of it on pointing. */
export const OfferSource = ({ source, since = null }: Props) => {
  const intl = useIntl();
  const Sign = ICONS[source];
  const word = intl.formatMessage({ id: `offer.source.${source}` });
  return (
    <span
      className="offer-source"
      data-source={source}
      title={intl.formatMessage({ id: `offer.sourceNote.${source}` })}
    >
      <Sign size={13} stroke={1.9} aria-hidden="true" />
      {since === null ? word : intl.formatMessage({ id: 'offer.since' }, { source: word, at: since })}
    </span>
  );
};

/** What the signs of the table mean. */
export const OfferLegend = () => {
  const intl = useIntl();
  return (
    <dl className="offer-legend" data-testid="offer-legend">
      {CELL_SOURCES.map((source) => (
        <div key={source}>
          <dt>
            <OfferSource source={source} />
          </dt>
          <dd>{intl.formatMessage({ id: `offer.sourceNote.${source}` })}</dd>
        </div>
      ))}
    </dl>
  );
};
