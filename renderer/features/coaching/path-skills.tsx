import { IconCalendarEvent, IconCheck, IconMinus } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { CoachingPath } from '../../../shared/ipc/coaching-schemas.ts';
import { useHoursWords } from '../expertise/use-hours-words.ts';

type Covered = CoachingPath['covered'][number];

/** `otherwise`: worked on, in no session. */
const standingOf = ({ held, planned, workedMin }: Covered): 'held' | 'planned' | 'otherwise' | 'never' => {
  if (held > 0) return 'held';
  if (planned > 0) return 'planned';
  return workedMin > 0 ? 'otherwise' : 'never';
};

const SIGNS = { held: IconCheck, planned: IconCalendarEvent, otherwise: IconMinus, never: IconMinus } as const;

/** What of each kind was held and is planned, and what it took; a kind that was never held says so. */
export const PathSkills = ({ path }: { readonly path: CoachingPath }) => {
  const intl = useIntl();
  const words = useHoursWords();
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <table className="hours-table path-skills" data-testid="path-skills">
      <thead>
        <tr>
          <th scope="col">{word('work.assignment')}</th>
          <th scope="col">{word('path.covered')}</th>
          <th scope="col" data-figure>
            {word('work.worked')}
          </th>
          <th scope="col" data-figure>
            {word('work.charged')}
          </th>
        </tr>
      </thead>
      <tbody>
        {path.covered.map((covered) => {
          const { assignment, held, planned, workedMin, chargedMin } = covered;
          const standing = standingOf(covered);
          const Sign = SIGNS[standing];
          return (
            <tr key={assignment} data-standing={standing} data-testid={`path-skill-${assignment}`}>
              <th scope="row">{word(`expertise.assignment.${assignment}`)}</th>
              <td>
                <span className="path-covered">
                  <Sign size={13} stroke={2.4} aria-hidden="true" />
                  {standing === 'never' || standing === 'otherwise'
                    ? word(`path.${standing}`)
                    : intl.formatMessage({ id: 'path.counts' }, { held, planned })}
                </span>
              </td>
              <td data-figure>{words.figure(workedMin)}</td>
              <td data-figure>{words.figure(chargedMin)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {word('path.total')}
          </th>
          <td data-figure data-testid="path-worked">
            {words.figure(path.workedMin)}
          </td>
          <td data-figure data-testid="path-charged">
            {words.figure(path.chargedMin)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
};
