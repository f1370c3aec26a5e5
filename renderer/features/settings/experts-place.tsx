import '../../styles/experts.css';
import '../../styles/maintenance.css';
import { useQuery } from '@tanstack/react-query';
import { IconUserOff, IconUsers } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { ExpertRow } from '../../../shared/ipc/coaching-schemas.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { useApp } from '../../app-context.ts';
import { expertsQuery } from '../../ipc/coaching-queries.ts';
import { goTo } from '../../state/desk-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { focusQueue } from '../queue/focus.ts';
import { ExpertAdder } from './expert-adder.tsx';
import { ExpertExport } from './expert-export.tsx';
import { ExpertPage } from './expert-page.tsx';
import { chooseExpert, keepExpertsOf, useExpertStore } from './expert-store.ts';

const unsaved = (name: string): ExpertRow => {
  const { week } = DEFAULT_POLICY.business;
  return {
    name,
    week: Object.fromEntries(
      Object.entries(week).map(([day, hours]) => [day, hours.map(([open, close]): [number, number] => [open, close])]),
    ),
    isActive: true,
    isSaved: false,
  };
};

const focusChosen = (place: HTMLElement | null): void =>
  place?.querySelector<HTMLElement>('.policy-version[aria-current]')?.focus();

/** The experts of the cell: when they work, when they are away, and their calendars. */
export const ExpertsPlace = () => {
  const intl = useIntl();
  const { state } = useApp();
  const { me, workspace } = state;
  const { data, error, refetch } = useQuery(expertsQuery);
  const { chosen, drafts, keeper } = useExpertStore();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => keepExpertsOf(`${workspace} ${me.name}`), [workspace, me.name]);
  const word = (id: string): string => intl.formatMessage({ id });
  const isReady = data !== undefined && keeper !== null;
  useEffect(() => {
    if (isReady && document.activeElement?.getAttribute('role') !== 'tab') focusChosen(place.current);
  }, [isReady]);
  if (error !== null) {
    return <FailureScreen title={word('expert.failed')} error={error} retry={refetch} />;
  }
  if (data === undefined) return <p className="exp-loading quiet">{word('loading')}</p>;
  const isLead = me.role === 'lead';
  const wanted = [...Object.keys(drafts), ...(me.role === 'expert' ? [me.name] : [])];
  const missing = [...new Set(wanted)].filter((name) => data.every((expert) => expert.name !== name));
  const experts = [...data, ...missing.map(unsaved)].toSorted(
    (a, b) => Number(b.isActive) - Number(a.isActive) || a.name.localeCompare(b.name),
  );
  const own = experts.find(({ name }) => name === me.name);
  const shown = experts.find(({ name }) => name === chosen) ?? own ?? experts[0];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    const isInList = event.target instanceof Element && event.target.closest('.policy-versions') !== null;
    if (!isInList && shown !== undefined) {
      focusChosen(place.current);
      return;
    }
    goTo('queue');
    requestAnimationFrame(focusQueue);
  };
  return (
    // Escape leads back, from all of it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="policy-place" ref={place} onKeyDown={onKeyDown} data-testid="experts-place">
      <nav className="policy-versions" aria-label={word('expert.part')}>
        {experts.map(({ name, isActive, isSaved }) => (
          <button
            key={name}
            type="button"
            className="policy-version"
            aria-current={name === shown?.name ? 'true' : undefined}
            onClick={() => chooseExpert(name)}
            data-testid={`expert-${name}`}
          >
            <strong>
              <bdi>{name}</bdi>
            </strong>
            <span className="quiet">
              {isActive ? null : (
                <>
                  <IconUserOff size={12} stroke={2} aria-hidden="true" /> {word('expert.inactive')}{' '}
                </>
              )}
              {drafts[name] === undefined ? (
                isSaved ? null : (
                  word('expert.usualHours')
                )
              ) : (
                <span className="unsaved">{word('expert.unsaved')}</span>
              )}
            </span>
          </button>
        ))}
        {isLead ? <ExpertAdder known={experts.map(({ name }) => name)} /> : null}
        <ExpertExport expert={null} />
      </nav>
      {shown === undefined ? (
        <StateScreen
          icon={<IconUsers size={26} stroke={1.5} />}
          title={word('expert.none')}
          text={word(isLead ? 'expert.noneLead' : 'expert.noneText')}
        />
      ) : (
        <ExpertPage
          key={shown.name}
          expert={shown}
          mayEdit={isLead || (me.role === 'expert' && shown.name === me.name)}
          isNew={missing.includes(shown.name) && shown.name !== me.name}
          onLeft={() => void requestAnimationFrame(() => focusChosen(place.current))}
        />
      )}
    </div>
  );
};
