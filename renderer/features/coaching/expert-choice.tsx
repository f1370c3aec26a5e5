import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { expertsQuery } from '../../ipc/coaching-queries.ts';
import { FormField } from '../../ui/form-field.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (expert: string) => void;
  readonly problem?: string | null;
  readonly isFirst?: boolean;
};

/** Whose calendar it is: a lead chooses among all experts, an expert is there alone. */
export const ExpertChoice = ({ label, value, onChange, problem = null, isFirst = false }: Props) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const { data } = useQuery(expertsQuery);
  const known = (data ?? []).map(({ name }) => name);
  const isLead = me.role === 'lead';
  const names = isLead ? known : [me.name];
  const all = value === '' || names.includes(value) ? names : [...names, value];
  return (
    <FormField
      label={label}
      problem={problem}
      {...(isLead ? {} : { note: intl.formatMessage({ id: 'expert.onlyYourself' }) })}
    >
      {(ids) => (
        <select
          {...ids}
          className="input"
          value={value}
          disabled={!isLead}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          data-autofocus={(isFirst && isLead) || undefined}
          data-testid="expert-choice"
        >
          {value === '' ? <option value="">{intl.formatMessage({ id: 'expert.choose' })}</option> : null}
          {all.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
};
