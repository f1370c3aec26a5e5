import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import {
  proposeLevel,
  proposePriority,
  proposeState,
  proposeTier,
  type Proposal,
} from '../../../shared/import/guess/propose-values.ts';
import { UNKNOWN_CUSTOMER } from '../../../shared/import/opening.ts';
import { ownValue } from '../../../shared/import/own-value.ts';
import type { ReadState } from '../../../shared/import/read-state.ts';
import type { ImportMapping, MeantValues } from '../../../shared/ipc/import-guess-schemas.ts';
import type { Priority, TierId } from '../../../shared/sla/policy.ts';
import type { Level } from '../../../shared/ticket/ticket.ts';

type Heard<Means> = { count: number; means: Means | null };
type Meant<Means> = {
  readonly text: string;
  readonly count: number;
  readonly means: Means | null;
  readonly by: 'profile' | 'saved' | 'known' | 'proposal' | null;
  readonly confidence: number;
};

const MOST_VALUES = 500;

const READ_STATES = new Set([
  ...['new', 'active', 'waitingCustomer', 'waitingVendor', 'waitingProblem', 'waitingEvidence'],
  ...['resolved', 'closed', 'deleted'],
]);
const isReadState = (text: string): text is ReadState => READ_STATES.has(text);
const isPriority = (text: string): text is Priority => /^P[1-4]$/.test(text);

const listed = <Means>(
  heard: ReadonlyMap<string, Heard<Means>>,
  saidBy: (text: string) => boolean,
  propose: (text: string) => Proposal<Means> | null,
  knownBy: 'profile' | 'known',
): Meant<Means>[] =>
  [...heard]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, MOST_VALUES)
    .map(([text, { count, means }]): Meant<Means> => {
      if (means !== null) {
        const isSaid = saidBy(text);
        return {
          text,
          count,
          means,
          by: isSaid ? 'saved' : knownBy,
          confidence: isSaid || knownBy === 'known' ? 1 : 0.95,
        };
      }
      const proposed = propose(text);
      if (proposed === null) return { text, count, means: null, by: null, confidence: 0 };
      return { text, count, means: proposed.means, by: 'proposal', confidence: proposed.confidence };
    });

const hear = <Means>(map: Map<string, Heard<Means>>, text: string, means: Means | null): void => {
  const known = map.get(text);
  if (known === undefined) map.set(text, { count: 1, means });
  else known.count++;
};

/** What stands for states and priorities in the files, as the reading tells it. */
export const createValueEar = () => {
  const states = new Map<string, Heard<ReadState>>();
  const priorities = new Map<string, Heard<Priority>>();
  return {
    hear: (kind: 'state' | 'priority', text: string, means: string | null): void => {
      const short = text.slice(0, 500);
      if (kind === 'state') hear(states, short, means !== null && isReadState(means) ? means : null);
      else {
        const priority = means === 'planning' ? 'P4' : means;
        hear(priorities, short, priority !== null && isPriority(priority) ? priority : null);
      }
    },
    states,
    priorities,
  };
};

type Known = {
  readonly tierOf: (customer: string) => TierId | undefined;
  readonly levelOf: (group: string) => Level | undefined;
  readonly tiers: readonly TierId[];
};

/** Every value that stands in the files for a state, a priority, a level or a tier, with what it means or may mean. */
export const meantValues = (
  ear: ReturnType<typeof createValueEar>,
  tickets: readonly ImportedTicket[],
  toldTiers: ReadonlyMap<string, string>,
  saved: ImportMapping,
  { tierOf, levelOf, tiers }: Known,
): MeantValues => {
  const groups = new Map<string, Heard<Level>>();
  const customers = new Map<string, Heard<TierId>>();
  for (const { events } of tickets) {
    const [opened] = events;
    if (opened?.kind !== 'opened') continue;
    if (opened.customer !== UNKNOWN_CUSTOMER)
      hear(customers, opened.customer, ownValue(saved.tiers, opened.customer) ?? tierOf(opened.customer) ?? null);
    const named = new Set(
      events.flatMap((event) => (event.kind === 'opened' || event.kind === 'assigned' ? (event.group ?? []) : [])),
    );
    for (const group of named) hear(groups, group, ownValue(saved.levels, group) ?? levelOf(group) ?? null);
  }
  return {
    states: listed(ear.states, (text) => Object.hasOwn(saved.states, text), proposeState, 'profile'),
    priorities: listed(ear.priorities, (text) => Object.hasOwn(saved.priorities, text), proposePriority, 'profile'),
    levels: listed(groups, (text) => Object.hasOwn(saved.levels, text), proposeLevel, 'known'),
    tiers: listed(
      customers,
      (text) => Object.hasOwn(saved.tiers, text),
      (customer) => {
        const told = toldTiers.get(customer);
        return told === undefined ? null : proposeTier(told, tiers);
      },
      'known',
    ),
  };
};
