import { useIntl } from 'react-intl';
import type { Preferences } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { adoptAppState } from '../../ipc/notices.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { reportFailure } from '../../ui/report-failure.ts';

type Watch = Preferences['watch'];

const TOLD = ['breached', 'atRisk', 'waits'] as const satisfies readonly (keyof Watch)[];
const SCOPES = ['mine', 'myLevel', 'all'] as const satisfies readonly Watch['onlyMine'][];
const ENDS = ['quietFrom', 'quietTo'] as const satisfies readonly (keyof Watch)[];

/** Where nobody chose, Vigie stays in the tray only where the system has one for sure. */
const hasTray = (): boolean => !navigator.userAgent.includes('Linux');

/** What this person is told of, of whose tickets, and when not. Each change holds at once. */
export const WatchSettings = () => {
  const intl = useIntl();
  const { state, instants } = useApp();
  const { watch } = state.preferences;
  const word = (name: string, values = {}): string => intl.formatMessage({ id: `watch.${name}` }, values);
  const keep = (change: Partial<Watch>): void =>
    void call('app:set-preferences', { watch: { ...watch, ...change } }).then(adoptAppState, reportFailure);
  return (
    <div className="watch-settings" data-testid="watch-settings">
      <fieldset>
        <legend className="form-label">{word('tell')}</legend>
        {TOLD.map((name) => (
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
            <label key={name}>
              {word(name)}
              <input
                type="time"
                defaultValue={watch[name] ?? ''}
                onBlur={({ currentTarget: { value } }) =>
                  value === (watch[name] ?? '') ? undefined : keep({ [name]: value === '' ? null : value })
                }
                data-testid={`watch-${name}`}
              />
            </label>
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
