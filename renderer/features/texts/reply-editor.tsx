import { useIntl } from 'react-intl';
import { FormField } from '../../ui/form-field.tsx';
import type { ReplyEdit } from './reply-edit.ts';
import { ReplyLanguage } from './reply-language.tsx';

type Props = {
  readonly edit: ReplyEdit;
  /** Saving was tried: what is missing is told. */
  readonly isChecked: boolean;
  readonly onChange: (edit: ReplyEdit) => void;
};

/** A canned reply: its name, and its text in both languages beside each other. */
export const ReplyEditor = ({ edit, isChecked, onChange }: Props) => {
  const intl = useIntl();
  const change = (part: Partial<ReplyEdit>): void => onChange({ ...edit, ...part });
  return (
    <>
      <FormField
        label={intl.formatMessage({ id: 'texts.name' })}
        className="editor-name"
        problem={isChecked && edit.name.trim() === '' ? intl.formatMessage({ id: 'texts.wrong.name' }) : null}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            data-field="name"
            maxLength={80}
            value={edit.name}
            onChange={({ currentTarget: { value } }) => change({ name: value })}
          />
        )}
      </FormField>
      <div className="reply-columns">
        <ReplyLanguage
          language="en"
          subject={edit.subjectEn}
          body={edit.bodyEn}
          onSubject={(subjectEn) => change({ subjectEn })}
          onBody={(bodyEn) => change({ bodyEn })}
        />
        <ReplyLanguage
          language="fr"
          subject={edit.subjectFr}
          body={edit.bodyFr}
          onSubject={(subjectFr) => change({ subjectFr })}
          onBody={(bodyFr) => change({ bodyFr })}
        />
      </div>
    </>
  );
};
