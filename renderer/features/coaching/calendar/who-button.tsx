import { Popover } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useApp } from '../../../app-context.ts';
import { goToPlace } from '../../shell/go-to-place.ts';
import { showExperts, useCalendarStore } from './calendar-store.ts';
import type { Calendar } from './use-calendar.ts';
import type { CalendarWords } from './use-calendar-words.ts';

type Props = { readonly calendar: Calendar; readonly words: CalendarWords };

/** The arrows go among the choices. */
const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  const at = all.findIndex((one) => one === document.activeElement);
  all[(at + step + all.length) % all.length]?.focus();
};

const whoText = ({ experts, allExperts }: Calendar, shown: string, me: string, words: CalendarWords): string => {
  if (shown === 'all' || (experts.length > 1 && experts.length === allExperts.length)) return words.word('who.cell');
  if (experts.length === 1) return experts[0] === me ? words.word('who.mine') : (experts[0] ?? '');
  return words.word('who.count', { count: experts.length });
};

/** Who is shown: oneself, the whole cell, or any of its experts side by side. */
export const WhoButton = ({ calendar, words }: Props) => {
  const { me } = useApp().state;
  const shown = useCalendarStore((state) => state.shown);
  const [isOpen, setIsOpen] = useState(false);
  const { experts, allExperts } = calendar;
  const names = allExperts.map(({ name }) => name);
  const toggle = (name: string): void => {
    const next = experts.includes(name) ? experts.filter((one) => one !== name) : [...experts, name];
    // Nobody is nothing to look at.
    if (next.length > 0) showExperts(names.filter((one) => next.includes(one)));
  };
  const choose = (to: 'all' | readonly string[]): void => {
    showExperts(to);
    setIsOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" offset={4} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          className="filter-button cal-who"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          data-testid="calendar-who"
        >
          <IconUsers size={15} stroke={1.8} aria-hidden="true" />
          <bdi>{whoText(calendar, typeof shown === 'string' ? shown : '', me.name, words)}</bdi>
        </button>
      </Popover.Target>
      <Popover.Dropdown className="filter-dropdown" aria-label={words.word('who')}>
        {/* It hears the arrows of what is in it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div className="cal-who-list" data-own-keys onKeyDown={onKeyDown}>
          <button type="button" className="link" onClick={() => choose('all')} data-testid="who-cell">
            {words.word('who.cell')}
          </button>
          {names.includes(me.name) ? (
            <button type="button" className="link" onClick={() => choose([me.name])} data-testid="who-mine">
              {words.word('who.mine')}
            </button>
          ) : null}
          <ul>
            {allExperts.map(({ name, isActive }) => (
              <li className="option" key={name}>
                <label>
                  <input type="checkbox" checked={experts.includes(name)} onChange={() => toggle(name)} />
                  <bdi>{name}</bdi>
                  {isActive ? null : <span className="quiet">{words.word('who.inactive')}</span>}
                </label>
              </li>
            ))}
          </ul>
          <button type="button" className="link" onClick={() => goToPlace('settings')}>
            {words.word('who.settings')}
          </button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
