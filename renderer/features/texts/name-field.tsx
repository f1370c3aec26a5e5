import { useIntl } from 'react-intl';
import { FormField } from '../../ui/form-field.tsx';

type Props = {
  readonly name: string;
  /** What is wrong with it, as a message key; null where nothing is. */
  readonly problem: string | null;
  readonly onChange: (name: string) => void;
};

/** The name that a reply or a macro is found by. */
export const NameField = ({ name, problem, onChange }: Props) => {
  const intl = useIntl();
  return (
    <FormField
      label={intl.formatMessage({ id: 'texts.name' })}
      className="editor-name"
      problem={problem === null ? null : intl.formatMessage({ id: problem })}
    >
      {(ids) => (
        <input
          {...ids}
          className="input"
          data-field="name"
          maxLength={80}
          value={name}
          onChange={({ currentTarget: { value } }) => onChange(value)}
        />
      )}
    </FormField>
  );
};
