import { useIntl } from 'react-intl';
import { FormField } from '../../ui/form-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import type { PersonDraft } from './people-store.ts';

const ROLES = ['agent', 'expert', 'lead'] as const satisfies readonly PersonDraft['role'][];
const LEVELS = ['L1', 'L2', 'L3'] as const satisfies readonly PersonDraft['level'][];
const LANGUAGES = ['en', 'fr'] as const satisfies readonly PersonDraft['languages'][number][];

type Props = {
  readonly draft: PersonDraft;
  /** This computer's. */
  readonly account: string;
  readonly mayEdit: boolean;
  readonly isNew: boolean;
  readonly isNameWrong: boolean;
  readonly onChange: (part: Partial<PersonDraft>) => void;
};

/** Who somebody is, under which account, and as what. */
export const PersonFields = ({ draft, account, mayEdit, isNew, isNameWrong, onChange }: Props) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const { name, role, level, languages, isActive } = draft;
  const isHere = draft.account.trim().toLowerCase() === account.toLowerCase();
  return (
    <section className="policy-section person-fields" aria-label={word('people.who')}>
      {isNew ? (
        <LineField
          label={word('profile.name')}
          value={name}
          maxLength={100}
          problem={isNameWrong ? word('people.wrong.name') : null}
          note={word('people.nameNote')}
          onChange={(typed) => onChange({ name: typed })}
          testId="person-name"
        />
      ) : null}
      <FormField
        label={word('people.account')}
        note={intl.formatMessage({ id: isHere ? 'people.accountHere' : 'people.accountNote' }, { account })}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            value={draft.account}
            disabled={!mayEdit}
            onChange={({ currentTarget }) => onChange({ account: currentTarget.value })}
            data-testid="person-account"
          />
        )}
      </FormField>
      <FormField label={word('profile.role')} note={word(`profile.roleNote.${role}`)}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={role}
            disabled={!mayEdit}
            onChange={({ currentTarget }) =>
              onChange({ role: ROLES.find((one) => one === currentTarget.value) ?? role })
            }
            data-testid="person-role"
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {word(`profile.role.${one}`)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField label={word('profile.level')}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={level}
            disabled={!mayEdit}
            onChange={({ currentTarget }) =>
              onChange({ level: LEVELS.find((one) => one === currentTarget.value) ?? level })
            }
            data-testid="person-level"
          >
            {LEVELS.map((one) => (
              <option key={one} value={one}>
                {word(`level.${one}`)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <fieldset className="person-checks">
        <legend className="form-label">{word('people.languages')}</legend>
        {LANGUAGES.map((one) => (
          <label className="check" key={one}>
            <input
              type="checkbox"
              checked={languages.includes(one)}
              disabled={!mayEdit}
              onChange={({ currentTarget: { checked } }) =>
                onChange({ languages: LANGUAGES.filter((it) => (it === one ? checked : languages.includes(it))) })
              }
              data-testid={`person-language-${one}`}
            />
            <span>{word(`create.language.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {isNew ? null : (
        <fieldset className="person-checks">
          <legend className="form-label">{word('people.presence')}</legend>
          <label className="check">
            <input
              type="checkbox"
              checked={isActive}
              disabled={!mayEdit}
              onChange={({ currentTarget: { checked } }) => onChange({ isActive: checked })}
              data-testid="person-active"
            />
            <span>{word('people.active')}</span>
          </label>
        </fieldset>
      )}
    </section>
  );
};
