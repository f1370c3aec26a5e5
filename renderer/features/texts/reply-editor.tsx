import type { ReplyEdit } from './reply-edit.ts';
import { NameField } from './name-field.tsx';
import { ReplyLanguage } from './reply-language.tsx';

type Props = {
  readonly edit: ReplyEdit;
  /** Saving was tried: what is missing is told. */
  readonly isChecked: boolean;
  readonly onChange: (edit: ReplyEdit) => void;
};

/** A canned reply: its name, and its text in both languages beside each other. */
export const ReplyEditor = ({ edit, isChecked, onChange }: Props) => {
  const change = (part: Partial<ReplyEdit>): void => onChange({ ...edit, ...part });
  return (
    <>
      <NameField
        name={edit.name}
        problem={isChecked && edit.name.trim() === '' ? 'texts.wrong.name' : null}
        onChange={(name) => change({ name })}
      />
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
