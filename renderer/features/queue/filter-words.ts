import type { IntlShape } from 'react-intl';
import type { QueueCounts } from '../../../shared/ipc/schemas.ts';
import { PRIORITIES, type TierId } from '../../../shared/sla/policy.ts';
import { LEVELS, TICKET_STATES } from '../../../shared/ticket/ticket.ts';
import type { FilterValue, ListFilter } from '../../state/queue-filters.ts';

/** What a filter's value is called on screen. Names of people and tiers are data and stay as they are. */
export const valueWord = (intl: IntlShape, name: ListFilter, value: FilterValue): string => {
  if (value === null) return intl.formatMessage({ id: name === 'assignees' ? 'unassigned' : 'priority.unknown' });
  if (name === 'states') return intl.formatMessage({ id: `state.${value}` });
  if (name === 'priorities') return intl.formatMessage({ id: `priority.${value}` });
  if (name === 'levels') return intl.formatMessage({ id: `level.${value}` });
  return value;
};

export type FilterOption = { readonly value: FilterValue; readonly count: number | undefined };

const uncounted = (values: readonly FilterValue[]): FilterOption[] =>
  values.map((value) => ({ value, count: undefined }));

/** The choices of a filter's menu, with how many tickets each holds where that is counted. What is chosen is always among them. */
export const optionsOf = (
  name: ListFilter,
  counts: QueueCounts | undefined,
  chosen: readonly FilterValue[],
  tiers: readonly TierId[],
): readonly FilterOption[] => {
  switch (name) {
    case 'states':
      return TICKET_STATES.map((value) => ({ value, count: counts?.states[value] }));
    case 'priorities':
      return uncounted([...PRIORITIES, null]);
    case 'levels':
      return uncounted(LEVELS);
    case 'tiers': {
      const byTier = new Map(counts?.tiers.map(({ tier, count }) => [tier, count]));
      const values = new Set<FilterValue>([...tiers, ...byTier.keys(), ...chosen]);
      return [...values].map((value) => ({ value, count: value === null ? undefined : (byTier.get(value) ?? 0) }));
    }
    case 'assignees': {
      const counted = counts?.assignees.map(({ assignee, count }) => ({ value: assignee, count })) ?? [];
      const known = new Set(counted.map(({ value }) => value));
      return [...counted, ...uncounted(chosen.filter((value) => !known.has(value)))];
    }
  }
};
