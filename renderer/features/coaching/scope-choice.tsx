import { useIntl } from 'react-intl';
import type { SeriesScope, SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { isBooked } from '../../../shared/coaching/session.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';

const SCOPES = ['this', 'following', 'all'] as const satisfies readonly SeriesScope[];

/** Whether others of its series are still to be held. */
export const hasScope = ({ row, series }: SessionPage): boolean =>
  isBooked(row.state) && series.some(({ state }) => isBooked(state));

type Props = {
  readonly value: SeriesScope;
  readonly onChange: (value: SeriesScope) => void;
  /** It takes the focus of a dialog that opens. */
  readonly isFirst?: boolean;
};

/** Which sessions of a series are meant. */
export const ScopeChoice = ({ value, onChange, isFirst = false }: Props) => {
  const intl = useIntl();
  return (
    <ChoiceRow
      label={intl.formatMessage({ id: 'session.scope' })}
      value={value}
      choices={SCOPES.map((one) => ({ value: one, label: intl.formatMessage({ id: `session.scope.${one}` }) }))}
      onChange={onChange}
      testId="session-scope"
      isFirst={isFirst}
    />
  );
};
