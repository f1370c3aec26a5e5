import type { ReactNode } from 'react';
import type { Wall } from '../../../shared/ipc/wall-calls.ts';
import { linesOf, type Page } from '../../../shared/wall/pages.ts';
import { WALL_FILTERS, type WallNumber } from '../../../shared/wall/wall-filters.ts';
import { AgentTable } from './agent-table.tsx';
import { BOARD_PANELS, type PanelId, type Panels } from './boards.ts';
import { HoursLine, SessionLine, WindowLine } from './expert-lines.tsx';
import { RiskTable } from './risk-table.tsx';
import { EscalationLine, FreeLine, LeadLine, TicketLine, WaitLine } from './ticket-line.tsx';
import { WallPanel } from './wall-panel.tsx';

type Shown = { readonly wall: Wall; readonly panels: Panels; readonly part: number };

const tickets = (number: WallNumber) => ({ kind: 'tickets', filter: WALL_FILTERS[number] }) as const;
const place = (to: 'expertise' | 'coaching' | 'maintenance') => ({ kind: 'place', place: to }) as const;

/** A list cut to what the page shows of it. */
const PanelOf = ({ id, wall, panels, part }: Shown & { readonly id: PanelId }) => {
  const panel = panels[id];
  const { from, to } = linesOf(panel, part);
  const props = { id, panel, part };
  const list = <Row,>(rows: readonly Row[], line: (row: Row) => ReactNode): ReactNode => (
    <ol style={{ gridAutoRows: `${100 / panel.fit}%` }}>{rows.slice(from, to).map(line)}</ol>
  );
  const { breachedTickets, runningTickets, unassigned, escalations, leads, waits, hours } = wall;
  const { sessions, windows, agents } = wall;
  switch (id) {
    case 'breached':
      return (
        <WallPanel {...props} total={breachedTickets.total} target={tickets('breached')}>
          {list(breachedTickets.rows, (row) => (
            <TicketLine row={row} key={row.id} />
          ))}
        </WallPanel>
      );
    case 'running':
      return (
        <WallPanel {...props} total={runningTickets.total} target={tickets('running')}>
          {list(runningTickets.rows, (row) => (
            <TicketLine row={row} key={row.id} />
          ))}
        </WallPanel>
      );
    case 'risk':
      return (
        <WallPanel {...props} total={wall.atRisk} target={tickets('atRisk')}>
          <RiskTable wall={wall} />
        </WallPanel>
      );
    case 'agents':
      return (
        <WallPanel {...props} total={agents.length} target={null}>
          <AgentTable agents={agents.slice(from, to)} most={Math.max(0, ...agents.map(({ open }) => open))} />
        </WallPanel>
      );
    case 'unassigned':
      return (
        <WallPanel {...props} total={unassigned.total} target={tickets('unassigned')}>
          {list(unassigned.rows, (row) => (
            <FreeLine row={row} key={row.id} />
          ))}
        </WallPanel>
      );
    case 'escalations':
      return (
        <WallPanel {...props} total={escalations.total} target={tickets('escalated')}>
          {list(escalations.rows, ({ row, sinceMs }) => (
            <EscalationLine row={row} sinceMs={sinceMs} key={row.id} />
          ))}
        </WallPanel>
      );
    case 'leads':
      return (
        <WallPanel {...props} total={leads.total} target={{ kind: 'leads' }}>
          {list(leads.rows, (line) => (
            <LeadLine line={line} key={line.row.id} />
          ))}
        </WallPanel>
      );
    case 'waits':
      return (
        <WallPanel {...props} total={waits.total} target={tickets('waiting')}>
          {list(waits.rows, ({ row, sinceMs }) => (
            <WaitLine row={row} sinceMs={sinceMs} key={row.id} />
          ))}
        </WallPanel>
      );
    case 'hours':
      return (
        <WallPanel {...props} total={hours.total} target={place('expertise')}>
          {list(hours.rows, (row) => (
            <HoursLine hours={row} key={row.customerId} />
          ))}
        </WallPanel>
      );
    case 'sessions':
      return (
        <WallPanel {...props} total={sessions.length} target={place('coaching')}>
          {list(sessions, (session) => (
            <SessionLine session={session} key={session.id} />
          ))}
        </WallPanel>
      );
    case 'windows':
      return (
        <WallPanel {...props} total={windows.length} target={place('maintenance')}>
          {list(windows, (window) => (
            <WindowLine window={window} key={`${window.platform} ${window.startMs}`} />
          ))}
        </WallPanel>
      );
  }
};

/** One page of the wall: the lists of a board beside each other. */
export const WallBoard = ({ page, ...shown }: Omit<Shown, 'part'> & { readonly page: Page }) => (
  <div className="wall-board" data-board={page.board} data-testid="wall-board">
    {BOARD_PANELS[page.board].map((id) => (
      <PanelOf id={id} part={page.part} {...shown} key={id} />
    ))}
  </div>
);
