import { useIntl } from 'react-intl';
import { chooseExpert } from './expert-store.ts';
import { usualWeek, type PersonDraft, type PersonProblem } from './people-store.ts';
import { showPart } from './policy-store.ts';
import type { Problem } from './read-draft.ts';
import { WeekEditor } from './week-editor.tsx';

type Props = {
  readonly draft: PersonDraft;
  readonly isSaved: boolean;
  readonly mayEdit: boolean;
  readonly problems: ReadonlyMap<string, PersonProblem>;
  readonly onChange: (part: Partial<PersonDraft>) => void;
};

const ofWeek = (problems: ReadonlyMap<string, PersonProblem>): ReadonlyMap<string, Problem> =>
  new Map([...problems].flatMap(([place, problem]) => (problem === 'name' ? [] : [[place, problem] as const])));

/** When somebody is at work; an expert's hours are those that sessions are planned by. */
export const PersonHours = ({ draft, isSaved, mayEdit, problems, onChange }: Props) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const { name, role, week } = draft;
  const heading = <h3>{word('expert.hours')}</h3>;
  if (role === 'expert') {
    return (
      <section className="policy-section" aria-label={word('expert.hours')}>
        {heading}
        <p className="quiet">{word('people.expertHours')}</p>
        {isSaved ? (
          <button
            type="button"
            className="banner-button"
            onClick={() => {
              chooseExpert(name);
              showPart('experts');
            }}
            data-testid="person-to-expert"
          >
            {word('people.toExperts')}
          </button>
        ) : null}
      </section>
    );
  }
  return (
    <section className="policy-section" aria-label={word('expert.hours')} data-reading={!mayEdit || undefined}>
      {heading}
      <label className="check">
        <input
          type="checkbox"
          checked={week === null}
          disabled={!mayEdit}
          onChange={({ currentTarget: { checked } }) => onChange({ week: checked ? null : usualWeek() })}
          data-testid="person-usual"
        />
        <span>{word('people.usualHours')}</span>
      </label>
      {week === null ? null : (
        <WeekEditor
          week={week}
          problems={ofWeek(problems)}
          onChange={mayEdit ? (changed) => onChange({ week: changed }) : null}
          free={word('expert.free')}
          testId="person-week"
        />
      )}
    </section>
  );
};
