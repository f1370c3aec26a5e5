import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useDeskStore, type Place } from '../../state/desk-store.ts';
import { useIsPast } from '../../state/replay-store.ts';
import { goToPlace } from './go-to-place.ts';

type PlaceProps = {
  readonly place: Place;
  readonly icon: Icon;
  /** A message key. */
  readonly label: string;
  readonly onGo?: () => void;
  /** Says that something waits there. */
  readonly mark?: ReactNode;
};

/** An entry of the rail that goes to a place, and tells where one is. */
export const RailPlace = ({ place, icon: Sign, label, onGo, mark }: PlaceProps) => {
  const intl = useIntl();
  const isHere = useDeskStore((desk) => desk.place === place);
  return (
    <button
      type="button"
      className="rail-entry"
      title={intl.formatMessage({ id: label })}
      aria-current={isHere ? 'page' : undefined}
      onClick={onGo ?? (() => goToPlace(place))}
      data-testid={`${place}-button`}
    >
      <Sign size={19} stroke={1.6} aria-hidden="true" />
      <span>{intl.formatMessage({ id: label })}</span>
      {mark}
    </button>
  );
};

type ActionProps = {
  readonly icon: Icon;
  readonly label: string;
  readonly testId: string;
  readonly className?: string;
  readonly onPress: () => void;
};

/** An entry of the rail that begins something new; the past has nothing new. */
export const RailAction = ({ icon: Sign, label, testId, className = '', onPress }: ActionProps) => {
  const intl = useIntl();
  const isPast = useIsPast();
  return (
    <button
      type="button"
      className={`rail-entry ${className}`.trimEnd()}
      onClick={onPress}
      title={intl.formatMessage({ id: label })}
      aria-disabled={isPast || undefined}
      data-testid={testId}
    >
      <Sign size={19} stroke={1.6} aria-hidden="true" />
      <span>{intl.formatMessage({ id: label })}</span>
    </button>
  );
};
