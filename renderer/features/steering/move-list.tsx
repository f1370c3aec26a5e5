import { useIntl } from 'react-intl';
import type { PersonLoad, ProposedMove } from '../../../shared/ipc/steering-schemas.ts';
import { takerOf, type Changes } from './rebalance-moves.ts';

type Props = {
  readonly moves: readonly ProposedMove[];
  readonly people: readonly PersonLoad[];
  readonly changes: Changes;
  readonly onChange: (id: number, to: string | null) => void;
};

const STAYS = '';

/** What changes hands, line by line: somebody else may take it, or it stays. */
export const MoveList = ({ moves, people, changes, onChange }: Props) => {
  const intl = useIntl();
  const word = (id: string, values: Record<string, string> = {}): string => intl.formatMessage({ id }, values);
  return (
    <ul className="move-list" aria-label={word('steering.moves')}>
      {moves.map((move) => {
        const { id, reference, title, customer, priority, from, why } = move;
        const to = takerOf(move, changes);
        return (
          <li key={id} data-stays={to === null || undefined} data-testid="move">
            <span className="move-ticket">
              <span>
                <strong>
                  <bdi>{reference}</bdi>
                </strong>{' '}
                <span className="alarm-priority" data-priority={priority ?? undefined}>
                  {priority}
                </span>
              </span>
              <bdi className="move-title" title={title ?? undefined}>
                {title}
              </bdi>
              <span className="quiet move-why">
                <bdi>{customer}</bdi> · {word(`steering.why.${why}`)}
              </span>
            </span>
            <span className="move-from">{from === null ? word('unassigned') : <bdi>{from}</bdi>}</span>
            <span aria-hidden="true">→</span>
            <select
              className="input move-to"
              aria-label={word('steering.takes', { reference })}
              value={to ?? STAYS}
              onChange={({ currentTarget }) => onChange(id, currentTarget.value === STAYS ? null : currentTarget.value)}
            >
              <option value={STAYS}>{word('steering.stays')}</option>
              {people
                .filter(({ name }) => name !== from)
                .map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
            </select>
          </li>
        );
      })}
    </ul>
  );
};
