import { Popover } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconChevronDown } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { QueueFilter } from '../../../shared/ipc/schemas.ts';
import { PRIORITIES } from '../../../shared/sla/policy.ts';
import { LEVELS } from '../../../shared/ticket/ticket.ts';
import { useApp } from '../../app-context.ts';
import { customersQuery } from '../../ipc/customer-queries.ts';
import { narrow, useReportStore } from '../../state/report-store.ts';

export type Narrowed = 'priorities' | 'tiers' | 'levels' | 'customers';
type Option = { readonly value: string | null; readonly label: string };

/** Up and down go from choice to choice. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const fields = [...(event.currentTarget.closest('[data-own-keys]')?.querySelectorAll('input') ?? [])];
  const at = fields.findIndex((field) => field === event.currentTarget);
  fields[(at + step + fields.length) % fields.length]?.focus();
};

const isChosen = (filter: QueueFilter, name: Narrowed, value: string | null): boolean =>
  filter[name].some((other) => other === value);

const toggled = (filter: QueueFilter, name: Narrowed, value: string | null): QueueFilter => {
  const values: readonly (string | null)[] = filter[name];
  const next = isChosen(filter, name, value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...filter, [name]: next };
};

const useOptions = (name: Narrowed, words: string): readonly Option[] => {
  const intl = useIntl();
  const { rules } = useApp();
  const chosen = useReportStore(({ filter }) => filter.customers);
  const { data } = useQuery({
    ...customersQuery(words, null),
    placeholderData: keepPreviousData,
    enabled: name === 'customers',
  });
  const worded = (prefix: string, values: readonly string[]): Option[] =>
    values.map((value) => ({ value, label: intl.formatMessage({ id: `${prefix}.${value}` }) }));
  switch (name) {
    case 'priorities':
      return [
        ...worded('priority', PRIORITIES),
        { value: null, label: intl.formatMessage({ id: 'priority.unknown' }) },
      ];
    case 'levels':
      return worded('level', LEVELS);
    case 'tiers':
      return rules.policy.tiers.map((tier) => ({ value: tier, label: tier.toUpperCase() }));
    case 'customers': {
      const listed = data?.rows.map((row) => row.name) ?? [];
      const kept = words === '' ? chosen.filter((customer) => !listed.includes(customer)) : [];
      return [...kept, ...listed].map((value) => ({ value, label: value }));
    }
  }
};

const Choices = ({ name }: { readonly name: Narrowed }) => {
  const intl = useIntl();
  const filter = useReportStore((reports) => reports.filter);
  const [words, setWords] = useState('');
  const options = useOptions(name, words.trim());
  const find = intl.formatMessage({ id: 'filter.find' });
  return (
    <div role="group" aria-label={intl.formatMessage({ id: `reports.filter.${name}` })} data-own-keys>
      {name === 'customers' ? (
        <input
          className="option-search"
          onKeyDown={moveFocus}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          placeholder={find}
          aria-label={find}
          data-autofocus
        />
      ) : null}
      <div className="options">
        {options.map(({ value, label }) => (
          <label className="option" key={value ?? ''}>
            <input
              type="checkbox"
              onKeyDown={moveFocus}
              checked={isChosen(filter, name, value)}
              onChange={() => narrow(toggled(useReportStore.getState().filter, name, value))}
            />
            <bdi>{label}</bdi>
          </label>
        ))}
        {options.length === 0 ? <p className="no-option">{intl.formatMessage({ id: 'filter.noOption' })}</p> : null}
      </div>
      {filter[name].length > 0 ? (
        <button type="button" className="link option-clear" onClick={() => narrow({ ...filter, [name]: [] })}>
          {intl.formatMessage({ id: 'filter.clearOne' })}
        </button>
      ) : null}
    </div>
  );
};

/** The choices of what a report is narrowed to most. */
export const FilterChoice = ({ name }: { readonly name: Narrowed }) => {
  const intl = useIntl();
  const [isOpen, setIsOpen] = useState(false);
  const count = useReportStore(({ filter }) => filter[name].length);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" offset={4} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          className="filter-button"
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          data-chosen={count > 0 || undefined}
          onClick={() => setIsOpen(!isOpen)}
          data-testid={`report-filter-${name}`}
        >
          {intl.formatMessage({ id: `reports.filter.${name}` })}
          {count > 0 ? <span className="count">{count}</span> : null}
          <IconChevronDown size={12} stroke={2.2} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className="filter-dropdown">
        <Choices name={name} />
      </Popover.Dropdown>
    </Popover>
  );
};
