import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { RIGHTS } from '../../../shared/access/rights.ts';
import { useApp } from '../../app-context.ts';

const ROLES = ['agent', 'expert', 'lead'] as const;

/** What each role may do: the list that a test holds against what the core refuses. */
export const RightsTable = () => {
  const intl = useIntl();
  const { me } = useApp().state;
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <div className="policy-pane" data-testid="rights-page">
      <div
        className="policy-body expert-body"
        // It scrolls by the keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={word('people.rights')}
      >
        <h3 className="expert-name">{word('people.rights')}</h3>
        <p className="quiet">{word('people.rightsNote')}</p>
        <table className="rights" data-testid="rights-table">
          <thead>
            <tr>
              <th scope="col">{word('people.right')}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col" data-mine={role === me.role || undefined}>
                  {word(`profile.role.${role}`)}
                  {role === me.role ? <span className="quiet"> ({word('people.you')})</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {RIGHTS.map(({ id, roles }) => (
              <tr key={id} data-testid={`right-${id}`}>
                <th scope="row">{word(`people.right.${id}`)}</th>
                {ROLES.map((role) => {
                  const may = roles.includes(role);
                  const Sign = may ? IconCheck : IconMinus;
                  return (
                    <td key={role} data-may={may || undefined} data-mine={role === me.role || undefined}>
                      <Sign size={15} stroke={2.2} aria-hidden="true" /> {word(may ? 'people.may' : 'people.mayNot')}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
