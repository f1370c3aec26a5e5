import {
  IconCheck,
  IconCircle,
  IconCircleDot,
  IconClockPause,
  IconFileSearch,
  IconLink,
  IconLock,
  IconTruck,
} from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { TicketState } from '../../../shared/ticket/ticket.ts';

const ICONS = {
  new: IconCircle,
  active: IconCircleDot,
  waitingCustomer: IconClockPause,
  waitingVendor: IconTruck,
  waitingProblem: IconLink,
  waitingEvidence: IconFileSearch,
  resolved: IconCheck,
  closed: IconLock,
} as const satisfies Readonly<Record<TicketState, unknown>>;

/** A ticket's state: icon and word. */
export const StateWord = ({ state }: { readonly state: TicketState }) => {
  const intl = useIntl();
  const Icon = ICONS[state];
  const word = intl.formatMessage({ id: `state.${state}` });
  return (
    <span className="state-word" data-state={state} title={word}>
      <Icon size={13} stroke={1.9} aria-hidden="true" />
      <span>{word}</span>
    </span>
  );
};
