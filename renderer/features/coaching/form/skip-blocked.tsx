import { useIntl } from 'react-intl';

type Props = { readonly count: number; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };

/** Plans those of a series that nothing blocks, and leaves the others out. */
export const SkipBlocked = ({ count, isOn, onChange }: Props) => {
  const intl = useIntl();
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        data-testid="skip-blocked"
      />
      {intl.formatMessage({ id: 'session.skipBlocked' }, { count })}
    </label>
  );
};
