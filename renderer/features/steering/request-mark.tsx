import { IconArrowBackUp, IconCheck, IconHourglass, IconX } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { RequestState } from '../../../shared/steering/request.ts';

const SIGNS = {
  waiting: IconHourglass,
  approved: IconCheck,
  refused: IconX,
  withdrawn: IconArrowBackUp,
} as const satisfies Readonly<Record<RequestState, unknown>>;

/** How a request stands: sign, word and colour. */
export const RequestMark = ({ state }: { readonly state: RequestState }) => {
  const intl = useIntl();
  const Sign = SIGNS[state];
  return (
    <span className="request-mark" data-state={state} data-testid="request-state">
      <Sign size={13} stroke={2.4} aria-hidden="true" /> {intl.formatMessage({ id: `steering.state.${state}` })}
    </span>
  );
};
