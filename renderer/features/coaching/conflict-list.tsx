import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { ConflictRow } from '../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../app-context.ts';
import { conflictSentence, inOrderOfWeight } from './conflict-words.ts';

const SIGNS = { blocks: IconBan, warns: IconAlertTriangle } as const;

type Props = {
  readonly conflicts: readonly ConflictRow[];
  /** What only warns is named; what blocks is told in full. */
  readonly isShort?: boolean;
};

/** What stands against a session: what blocks it first, each with its word. */
export const ConflictList = ({ conflicts, isShort = false }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  return (
    <ul className="conflicts" data-testid="conflicts">
      {inOrderOfWeight(conflicts).map((conflict) => {
        const { severity, kind } = conflict;
        const Sign = SIGNS[severity];
        return (
          <li key={JSON.stringify(conflict)} data-severity={severity} data-kind={kind} data-testid="conflict">
            <Sign size={15} stroke={2} aria-hidden="true" />
            <span>
              <strong>{intl.formatMessage({ id: `session.severity.${severity}` })}</strong>{' '}
              {isShort && severity === 'warns'
                ? intl.formatMessage({ id: `session.kind.${kind}` })
                : conflictSentence(intl, instants, conflict)}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
