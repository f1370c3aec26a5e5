import type { TierId } from '../sla/policy.ts';
import { LEVELS, type Level } from '../ticket/ticket.ts';

type Load = { readonly open: number; readonly atRisk: number; readonly breached: number };
type Group = Load & {
  readonly assignee: string | null;
  readonly level: Level;
  readonly tier: TierId;
  readonly running: number;
  readonly waiting: number;
  readonly escalated: number;
};
type Counts = Omit<Group, 'assignee' | 'level' | 'tier'>;

const NONE: Counts = { open: 0, atRisk: 0, breached: 0, running: 0, waiting: 0, escalated: 0 };

const plus = (a: Counts, b: Counts): Counts => ({
  open: a.open + b.open,
  atRisk: a.atRisk + b.atRisk,
  breached: a.breached + b.breached,
  running: a.running + b.running,
  waiting: a.waiting + b.waiting,
  escalated: a.escalated + b.escalated,
});

const sumBy = (groups: readonly Group[], keyOf: (group: Group) => string): Map<string, Counts> => {
  const sums = new Map<string, Counts>();
  for (const group of groups) sums.set(keyOf(group), plus(sums.get(keyOf(group)) ?? NONE, group));
  return sums;
};

const loadOf = ({ open, atRisk, breached }: Load): Load => ({ open, atRisk, breached });
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Open tickets by level and tier, by agent, and altogether. */
export const sumLoads = (groups: readonly Group[]) => {
  const cells = LEVELS.flatMap((level) => {
    const ofLevel = sumBy(
      groups.filter((group) => group.level === level),
      ({ tier }) => tier,
    );
    return [...ofLevel].map(([tier, counts]) => ({ level, tier, ...loadOf(counts) }));
  });
  const held = groups.filter(({ assignee }) => assignee !== null);
  const agents = [...sumBy(held, ({ assignee }) => assignee ?? '')]
    .map(([name, counts]) => ({ name, ...loadOf(counts) }))
    .sort((a, b) => b.breached - a.breached || b.atRisk - a.atRisk || b.open - a.open || compareText(a.name, b.name));
  const all = groups.reduce<Counts>(plus, NONE);
  return { all, cells, agents, nobody: all.open - agents.reduce((sum, { open }) => sum + open, 0) };
};
