import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Preferences } from '../../../shared/ipc/contract.ts';
import { readTimeOfDay } from '../../../shared/watch/quiet-hours.ts';
import { useApp } from '../../app-context.ts';
import { keepPreferences } from '../../ipc/keep-preferences.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';

type Watch = Preferences['watch'];

const TOLD = ['breached', 'atRisk', 'waits', 'escalations'] as const satisfies readonly (keyof Watch)[];
const SCOPES = ['mine', 'myLevel', 'all'] as const satisfies readonly Watch['onlyMine'][];
const ENDS = ['quietFrom', 'quietTo'] as const satisfies readonly (keyof Watch)[];

/** Where nobody chose, Vigie stays in the tray only where the system has one for sure. */
const hasTray = (): boolean => !navigator.userAgent.includes('Linux');

type EndProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly onKeep: (value: string | null) => void;
};

/** One end of the quiet hours; kept when it is left. The browser's own field for times would follow the system's language, not ours. */
const QuietEnd = ({ name, label, value, onKeep }: EndProps) => {
  const [text, setText] = useState(value ?? '');
  const read = readTimeOfDay(text);
  const isWrong = text.trim() !== '' && read === null;
  const leave = (): void => {
    if (isWrong) return;
    setText(read ?? '');
    if (read !== value) onKeep(read);
  };
  return (
    <label>
      {label}
      <input
        value={text}
        maxLength={5}
        placeholder="--:--"
        aria-invalid={isWrong}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={leave}
        data-testid={`watch-${name}`}
      />
    </label>
  );
};

/** What this person is told of, of whose tickets, and when not. Each change holds at once. */
export const WatchSettings = () => {
  const intl = useIntl();
  const { state, instants } = useApp();
  const { watch } = state.preferences;
  const word = (name: string, values = {}): string => intl.formatMessage({ id: `watch.${name}` }, values);
  const keep = (change: Partial<Watch>): void => keepPreferences({ watch: change });
  return (
    <div className="watch-settings" data-testid="watch-settings">
      <fieldset>
        <legend className="form-label">{word('tell')}</legend>
        {TOLD.filter((name) => name !== 'escalations' || state.me.role === 'lead').map((name) => (
          <label key={name} className="watch-check">
            <input
              type="checkbox"
              checked={watch[name]}
              onChange={({ currentTarget }) => keep({ [name]: currentTarget.checked })}
            />
            {word(`tell.${name}`)}
          </label>
        ))}
      </fieldset>
      <ChoiceRow
        label={word('scope')}
        value={watch.onlyMine}
        choices={SCOPES.map((value) => ({ value, label: word(`scope.${value}`, { level: state.me.level }) }))}
        onChange={(onlyMine) => keep({ onlyMine })}
        testId="watch-scope"
      />
      <fieldset aria-describedby="watch-quiet-note">
        <legend className="form-label">{word('quiet')}</legend>
        <span className="watch-quiet">
          {ENDS.map((name) => (
            <QuietEnd
              key={name}
              label={word(name)}
              value={watch[name]}
              onKeep={(value) => keep({ [name]: value })}
              name={name}
            />
          ))}
        </span>
        <p className="quiet" id="watch-quiet-note">
          {word('quietNote', { zone: instants.zone })}
        </p>
      </fieldset>
      <label className="watch-check">
        <input
          type="checkbox"
          checked={watch.keepRunning ?? hasTray()}
          onChange={({ currentTarget }) => keep({ keepRunning: currentTarget.checked })}
          data-testid="watch-keep"
        />
        <span>
          {word('keepRunning')}
          <span className="quiet watch-note">{word('keepRunningNote')}</span>
        </span>
      </label>
    </div>
  );
};
