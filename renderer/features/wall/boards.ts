import type { Wall } from '../../../shared/ipc/wall-calls.ts';
import type { Board, Panel } from '../../../shared/wall/pages.ts';

// Heights in em of the wall's own type, which grows with the window; `styles/wall.css` draws lines as high.
export const PANEL_HEAD_EM = 2.5;
export const LINE_EM = 3.5;
export const AGENT_EM = 2.1;

export const PANELS = [
  'breached',
  'running',
  'risk',
  'agents',
  'leads',
  'escalations',
  'unassigned',
  'waits',
  'hours',
  'sessions',
  'windows',
] as const;
export type PanelId = (typeof PANELS)[number];

/** The lists of each board, from left to right. */
export const BOARD_PANELS = {
  countdowns: ['breached', 'running'],
  load: ['risk', 'agents'],
  waiting: ['leads', 'escalations', 'unassigned', 'waits'],
  experts: ['hours', 'sessions', 'windows'],
} as const satisfies Readonly<Record<Board, readonly PanelId[]>>;

/** What is furthest from now is on no page: the number above the list opens it. */
const MOST_PARTS: Readonly<Record<PanelId, number>> = {
  ...{ breached: 4, running: 2, risk: 1, agents: 10, leads: 4, escalations: 4, unassigned: 2, waits: 2 },
  ...{ hours: 3, sessions: 4, windows: 1 },
};

const countsOf = (wall: Wall): Readonly<Record<PanelId, number>> => ({
  breached: wall.breachedTickets.rows.length,
  running: wall.runningTickets.rows.length,
  // The whole table is one line: it is not cut.
  risk: wall.atRisk > 0 ? 1 : 0,
  agents: wall.agents.length,
  unassigned: wall.unassigned.rows.length,
  escalations: wall.escalations.rows.length,
  leads: wall.leads.rows.length,
  waits: wall.waits.rows.length,
  hours: wall.hours.rows.length,
  sessions: wall.sessions.length,
  windows: wall.windows.length,
});

export type Panels = Readonly<Record<PanelId, Panel>>;

/** How long each list is, and how much of it fits on a board of a height. */
export const panelsOf = (wall: Wall, heightEm: number): Panels => {
  const counts = countsOf(wall);
  const fit = (id: PanelId): number => {
    // The table's own head is a line.
    if (id === 'agents') return Math.floor((heightEm - PANEL_HEAD_EM) / AGENT_EM) - 1;
    return Math.floor((heightEm - PANEL_HEAD_EM) / LINE_EM);
  };
  const panel = (id: PanelId): Panel => ({
    ...{ count: counts[id], fit: Math.max(1, fit(id)), mostParts: MOST_PARTS[id] },
  });
  return {
    ...{ breached: panel('breached'), running: panel('running'), risk: panel('risk'), agents: panel('agents') },
    ...{ leads: panel('leads'), escalations: panel('escalations'), unassigned: panel('unassigned') },
    waits: panel('waits'),
    ...{ hours: panel('hours'), sessions: panel('sessions'), windows: panel('windows') },
  };
};

/** The lists of every board with their lengths. */
export const boardsOf = (panels: Panels): Readonly<Record<Board, readonly Panel[]>> => {
  const of = (board: Board): Panel[] => BOARD_PANELS[board].map((id) => panels[id]);
  return {
    countdowns: of('countdowns'),
    load: of('load'),
    waiting: of('waiting'),
    experts: of('experts'),
  };
};
