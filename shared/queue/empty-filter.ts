import type { QueueFilter } from '../ipc/schemas.ts';

/** Every open ticket: what stands in the list before anybody narrows it. */
export const EMPTY_FILTER: QueueFilter = {
  view: 'open',
  states: [],
  clocks: [],
  priorities: [],
  tiers: [],
  levels: [],
  assignees: [],
  owners: [],
  customers: [],
  categories: [],
  platforms: [],
  languages: [],
  tags: [],
  escalatedTo: [],
  isBeta: null,
  due: null,
  opened: null,
  text: '',
};
