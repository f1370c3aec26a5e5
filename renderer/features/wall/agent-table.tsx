import { useIntl } from 'react-intl';
import type { Wall } from '../../../shared/ipc/wall-calls.ts';
import { ofAgent } from '../../../shared/wall/wall-filters.ts';
import { ClockIcon } from '../../ui/clock-icon.tsx';
import { useChoose } from './wall-context.ts';

const NUMBERS = ['open', 'atRisk', 'breached'] as const;

type Props = {
  readonly agents: Wall['agents'];
  /** Most tickets that anybody has: as long is the longest bar. */
  readonly most: number;
};

/** What everybody has open, at risk and breached: each number opens its tickets. */
export const AgentTable = ({ agents, most }: Props) => {
  const intl = useIntl();
  const choose = useChoose();
  return (
    <table className="wall-agents">
      <thead>
        <tr>
          <th scope="col">{intl.formatMessage({ id: 'wall.agent' })}</th>
          {NUMBERS.map((number) => (
            <th scope="col" key={number}>
              {number === 'open' ? null : <ClockIcon state={number} />}
              {intl.formatMessage({ id: `wall.tile.${number}` })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {agents.map((agent) => (
          <tr key={agent.name} data-testid="wall-agent">
            <th scope="row">
              <span className="wall-agent-name">{agent.name}</span>
              <span className="wall-bar" aria-hidden="true">
                <span style={{ width: `${most === 0 ? 0 : (agent.open / most) * 100}%` }} />
              </span>
            </th>
            {NUMBERS.map((number) => (
              <td key={number} data-tone={number}>
                {agent[number] === 0 ? (
                  <span className="wall-zero">0</span>
                ) : (
                  <button
                    type="button"
                    className="wall-cell"
                    aria-label={intl.formatMessage(
                      { id: `wall.agent.${number}` },
                      { name: agent.name, count: agent[number] },
                    )}
                    onClick={() => choose({ kind: 'tickets', filter: ofAgent(agent.name, number) })}
                    data-wall-stop
                  >
                    {intl.formatNumber(agent[number])}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
