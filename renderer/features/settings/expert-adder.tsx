import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { chooseExpert, putExpertDraft } from './expert-store.ts';
import { typedWeek } from './read-week.ts';

/** Adds an expert by name; who it is counts once it is saved. */
export const ExpertAdder = ({ known }: { readonly known: readonly string[] }) => {
  const intl = useIntl();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<'empty' | 'taken' | null>(null);
  const word = (id: string): string => intl.formatMessage({ id });
  const add = (): void => {
    const typed = name.trim();
    const isTaken = known.some((one) => one.toLowerCase() === typed.toLowerCase());
    setProblem(typed === '' ? 'empty' : isTaken ? 'taken' : null);
    if (typed === '' || isTaken) return;
    putExpertDraft(typed, { week: typedWeek(DEFAULT_POLICY.business.week), isActive: true });
    chooseExpert(typed);
    setName('');
  };
  return (
    <div className="expert-adder">
      <input
        className="input"
        aria-label={word('expert.newName')}
        placeholder={word('expert.newName')}
        maxLength={100}
        autoComplete="off"
        value={name}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={problem === null ? undefined : 'expert-name-told'}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
        data-testid="expert-name"
      />
      <button type="button" className="banner-button" onClick={add} data-testid="expert-add">
        <IconPlus size={14} stroke={2.2} aria-hidden="true" /> {word('expert.add')}
      </button>
      {problem === null ? null : (
        <p className="form-told" id="expert-name-told" role="alert" data-wrong>
          {word(`expert.nameWrong.${problem}`)}
        </p>
      )}
    </div>
  );
};
