import type { CallName } from '../ipc/contract.ts';
import type { Role } from './actor.ts';

export type Right = {
  /** Its words are the message `people.right.<id>`. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** The calls that the router keeps for these roles; none where the rule is about what a call is asked for, and the core decides. */
  readonly calls: readonly CallName[];
};

const ALL = ['agent', 'expert', 'lead'] as const;
const DESK = ['agent', 'lead'] as const;
const CELL = ['expert', 'lead'] as const;
const LEAD = ['lead'] as const;

/** What each role may do, as the settings tell it. A test holds the calls against the contract: what it keeps for a role is in here once. */
export const RIGHTS: readonly Right[] = [
  { id: 'read', roles: ALL, calls: [] },
  { id: 'advise', roles: ALL, calls: [] },
  { id: 'tickets', roles: DESK, calls: ['ticket:create', 'ticket:take-next'] },
  {
    id: 'import',
    roles: DESK,
    calls: [
      'import:guess',
      'import:preview',
      'import:run',
      'import:cancel',
      'import:list-profiles',
      'import:save-profile',
      'import:remove-profile',
    ],
  },
  { id: 'macros', roles: DESK, calls: ['macro:save', 'macro:delete'] },
  {
    id: 'handover',
    roles: DESK,
    calls: [
      'handover:begin',
      'handover:change-item',
      'handover:add-note',
      'handover:remove-note',
      'handover:offer',
      'handover:accept',
      'handover:sign',
    ],
  },
  {
    id: 'customers',
    roles: DESK,
    calls: [
      'customer:change-tier',
      'customer:call-off-tier',
      'customer:preview-import',
      'customer:import',
      'expertise:add-pack',
    ],
  },
  { id: 'work', roles: CELL, calls: ['expertise:log-work', 'expertise:reverse-work'] },
  {
    id: 'sessions',
    roles: CELL,
    calls: [
      'coaching:plan',
      'coaching:change',
      'coaching:confirm',
      'coaching:call-off',
      'coaching:no-show',
      'coaching:finish',
      'coaching:save-report',
    ],
  },
  { id: 'ownHours', roles: CELL, calls: ['expert:save', 'absence:save', 'absence:remove', 'calendar:import-busy'] },
  { id: 'othersHours', roles: LEAD, calls: [] },
  { id: 'backDating', roles: LEAD, calls: [] },
  { id: 'engage', roles: LEAD, calls: [] },
  { id: 'overage', roles: LEAD, calls: ['expertise:decide-overage'] },
  { id: 'requests', roles: LEAD, calls: ['steering:approve', 'steering:refuse', 'steering:reopen'] },
  { id: 'acknowledge', roles: LEAD, calls: [] },
  { id: 'rebalance', roles: LEAD, calls: ['steering:preview-moves'] },
  { id: 'lots', roles: LEAD, calls: ['expertise:grant-goodwill', 'expertise:adjust-lot'] },
  { id: 'months', roles: LEAD, calls: ['expertise:close-month', 'expertise:reopen-month'] },
  { id: 'merge', roles: LEAD, calls: ['customer:date-tier', 'customer:merge'] },
  { id: 'rules', roles: LEAD, calls: ['policy:preview', 'policy:save'] },
  { id: 'maintenance', roles: LEAD, calls: ['maintenance:save-exception', 'maintenance:revoke-exception'] },
  { id: 'reports', roles: LEAD, calls: ['report:export'] },
  { id: 'people', roles: LEAD, calls: ['people:save'] },
  {
    id: 'privacy',
    roles: LEAD,
    calls: ['privacy:preview', 'privacy:export', 'privacy:erase', 'privacy:list-copies', 'privacy:replace-copies'],
  },
  { id: 'backups', roles: LEAD, calls: ['backup:make', 'backup:restore', 'fault:export-readable'] },
];
