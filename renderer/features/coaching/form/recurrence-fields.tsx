import { useIntl } from 'react-intl';
import { FormField } from '../../../ui/form-field.tsx';
import { LineField } from '../../../ui/line-field.tsx';
import type { SessionDraft } from './session-draft.ts';
import type { Problem } from './session-order.ts';

const WEEKS = [0, 1, 2, 3, 4, 6, 8] as const;

type Props = {
  readonly draft: SessionDraft;
  readonly problems: readonly Problem[];
  readonly onChange: (change: Partial<SessionDraft>) => void;
};

/** Whether a session recurs, and how its series ends: by a number or a day, whichever comes first. */
export const RecurrenceFields = ({ draft, problems, onChange }: Props) => {
  const intl = useIntl();
  const { everyWeeks, count, until } = draft;
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <>
      <FormField label={word('session.field.repeats')}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            data-field="repeats"
            value={everyWeeks}
            onChange={({ currentTarget: { value } }) => onChange({ everyWeeks: Number(value) })}
            data-testid="session-repeats"
          >
            {WEEKS.map((weeks) => (
              <option value={weeks} key={weeks}>
                {intl.formatMessage({ id: 'session.everyWeeks' }, { weeks })}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {everyWeeks === 0 ? null : (
        <>
          <LineField
            label={word('session.field.count')}
            name="count"
            value={count}
            onChange={(value) => onChange({ count: value })}
            problem={problems.includes('count') ? word('session.wrong.count') : null}
            maxLength={2}
            testId="session-count"
          />
          <LineField
            label={word('session.field.until')}
            name="until"
            value={until}
            onChange={(value) => onChange({ until: value })}
            problem={problems.includes('until') ? word('session.wrong.until') : null}
            placeholder={word('session.example.until')}
            maxLength={40}
            testId="session-until"
          />
        </>
      )}
    </>
  );
};
