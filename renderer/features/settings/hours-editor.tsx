import { useIntl } from 'react-intl';
import type { RulesProps } from './rules-form.tsx';
import { WeekEditor } from './week-editor.tsx';

/** When the desk is open, day by day. */
export const HoursEditor = ({ draft, problems, onChange }: RulesProps) => {
  const intl = useIntl();
  return (
    <WeekEditor
      week={draft.week}
      problems={problems}
      onChange={onChange === null ? null : (week) => onChange({ ...draft, week })}
      free={intl.formatMessage({ id: 'policy.closed' })}
      testId="policy-week"
    />
  );
};
