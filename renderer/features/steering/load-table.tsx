import { useIntl } from 'react-intl';
import type { PersonLoad, ProposedMove } from '../../../shared/ipc/steering-schemas.ts';
import { loadAfter, type Changes } from './rebalance-moves.ts';

type Props = {
  readonly people: readonly PersonLoad[];
  readonly moves: readonly ProposedMove[];
  readonly changes: Changes;
  /** People whom the lead has left out. */
  readonly away: ReadonlySet<string>;
  /** The same people when the loads were asked for. */
  readonly leftOut: ReadonlySet<string>;
  readonly onAway: (name: string, isAway: boolean) => void;
  readonly onShow: (name: string) => void;
};

/** Who has how much of a level, and would have; whoever is unchecked takes nothing. */
export const LoadTable = ({ people, moves, changes, away, leftOut, onAway, onShow }: Props) => {
  const intl = useIntl();
  const say = (id: string, values: Record<string, string> = {}): string => intl.formatMessage({ id }, values);
  const most = Math.max(1, ...people.map(({ open }) => open));
  return (
    <table className="load-table" data-testid="loads">
      <thead>
        <tr>
          <th scope="col">{say('steering.load.takes')}</th>
          {(['open', 'atRisk', 'breached', 'p1', 'after'] as const).map((column) => (
            <th scope="col" data-figure key={column}>
              {say(`steering.load.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => {
          const { name, open, atRisk, breached, p1 } = person;
          const isAbsent = person.isAway && !leftOut.has(name);
          // What was just pressed is shown at once, whatever the answer takes.
          const isAway = isAbsent || away.has(name);
          const after = loadAfter(person, moves, changes);
          return (
            <tr key={name} data-away={isAway || undefined} data-testid="load">
              <th scope="row">
                <span className="load-person">
                  <input
                    type="checkbox"
                    checked={!isAway}
                    disabled={isAbsent}
                    onChange={({ currentTarget }) => onAway(name, !currentTarget.checked)}
                    aria-label={say('steering.load.takesTickets', { name })}
                  />
                  <button
                    type="button"
                    className="link"
                    onClick={() => onShow(name)}
                    title={say('steering.load.show', { name })}
                  >
                    <bdi>{name}</bdi>
                  </button>
                  {isAway ? (
                    <span className="mark">{say(isAbsent ? 'steering.load.absent' : 'steering.load.left')}</span>
                  ) : null}
                </span>
              </th>
              <td data-figure>
                <span className="load-bar" aria-hidden="true">
                  <span style={{ transform: `scaleX(${open / most})` }} />
                </span>
                {intl.formatNumber(open)}
              </td>
              <td data-figure data-clock={atRisk > 0 ? 'atRisk' : undefined}>
                {intl.formatNumber(atRisk)}
              </td>
              <td data-figure data-clock={breached > 0 ? 'breached' : undefined}>
                {intl.formatNumber(breached)}
              </td>
              <td data-figure>{intl.formatNumber(p1)}</td>
              <td data-figure>
                <strong>{intl.formatNumber(after)}</strong>
                <span className="quiet load-change">
                  {after === open ? '' : after > open ? `+${after - open}` : `−${open - after}`}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
