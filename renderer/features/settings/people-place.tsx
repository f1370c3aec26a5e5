import '../../styles/experts.css';
import '../../styles/people.css';
import { useQuery } from '@tanstack/react-query';
import { IconKey, IconListCheck, IconPlus, IconUserOff, IconUsers } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { PersonRow } from '../../../shared/ipc/people-calls.ts';
import { useApp } from '../../app-context.ts';
import { peopleQuery } from '../../ipc/people-queries.ts';
import { goTo } from '../../state/desk-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { focusQueue } from '../queue/focus.ts';
import { PassphrasePage } from './passphrase-page.tsx';
import { choosePerson, keepPeopleOf, usePeopleStore, type Chosen } from './people-store.ts';
import { PersonPage } from './person-page.tsx';
import { RightsTable } from './rights-table.tsx';

const focusChosen = (place: HTMLElement | null): void =>
  place?.querySelector<HTMLElement>('.policy-version[aria-current]')?.focus();

const byPresence = (a: PersonRow, b: PersonRow): number =>
  Number(b.isActive) - Number(a.isActive) || a.name.localeCompare(b.name);

/** The people of the desk, what each role may do, and the passphrase of a lead. */
export const PeoplePlace = () => {
  const intl = useIntl();
  const { me, workspace, access } = useApp().state;
  const { data, error, refetch } = useQuery(peopleQuery);
  const { chosen, drafts, keeper } = usePeopleStore();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => keepPeopleOf(`${workspace} ${me.name}`), [workspace, me.name]);
  const word = (id: string): string => intl.formatMessage({ id });
  const isReady = data !== undefined && keeper !== null;
  useEffect(() => {
    if (isReady && document.activeElement?.getAttribute('role') !== 'tab') focusChosen(place.current);
  }, [isReady]);
  if (error !== null) return <FailureScreen title={word('people.failed')} error={error} retry={refetch} />;
  if (data === undefined) return <p className="exp-loading quiet">{word('loading')}</p>;
  const isLead = me.role === 'lead';
  const people = data.people.toSorted(byPresence);
  const first = people.find(({ name }) => name === me.name) ?? people[0];
  const isKnown = chosen === 'rights' || chosen === 'passphrase' || (chosen === 'new' && isLead);
  const shown: Chosen | undefined =
    isKnown || people.some(({ id }) => id === chosen) ? (chosen ?? undefined) : first?.id;
  const person = people.find(({ id }) => id === shown);
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
  const entry = (id: Chosen, testId: string) => ({
    ...{ type: 'button' as const, className: 'policy-version', onClick: () => choosePerson(id) },
    ...{ 'aria-current': id === shown ? ('true' as const) : undefined, 'data-testid': testId },
  });
  const mark = (id: string) =>
    drafts[id] === undefined ? null : <span className="unsaved">{word('expert.unsaved')}</span>;
  return (
    // Escape leads back, from all of it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="policy-place" ref={place} onKeyDown={onKeyDown} data-testid="people-place">
      <nav className="policy-versions" aria-label={word('people.part')}>
        {people.map(({ id, name, role, level, isActive }) => (
          <button key={id} {...entry(id, `person-${name}`)}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            <span className="quiet">
              {isActive ? (
                `${word(`profile.role.${role}`)} · ${level} `
              ) : (
                <>
                  <IconUserOff size={12} stroke={2} aria-hidden="true" /> {word('people.left')}{' '}
                </>
              )}
              {mark(id)}
            </span>
          </button>
        ))}
        {isLead ? (
          <button {...entry('new', 'person-new')}>
            <span className="people-entry">
              <IconPlus size={14} stroke={2.2} aria-hidden="true" /> {word('people.add')}
            </span>
            {mark('new')}
          </button>
        ) : null}
        <span className="people-rule" role="presentation" />
        <button {...entry('rights', 'people-rights')}>
          <span className="people-entry">
            <IconListCheck size={14} stroke={2} aria-hidden="true" /> {word('people.rights')}
          </span>
        </button>
        <button {...entry('passphrase', 'people-passphrase')}>
          <span className="people-entry">
            <IconKey size={14} stroke={2} aria-hidden="true" /> {word('people.passphrasePart')}
          </span>
        </button>
      </nav>
      {shown === 'rights' ? (
        <RightsTable />
      ) : shown === 'passphrase' ? (
        <PassphrasePage />
      ) : shown === undefined ? (
        <StateScreen
          icon={<IconUsers size={26} stroke={1.5} />}
          title={word('people.none')}
          text={word(isLead ? 'people.noneLead' : access.isLeadLocked ? 'people.noneLocked' : 'people.noneText')}
        />
      ) : (
        <PersonPage
          key={shown}
          person={person ?? null}
          account={data.account}
          mayEdit={isLead}
          onLeft={() => void requestAnimationFrame(() => focusChosen(place.current))}
        />
      )}
    </div>
  );
};
