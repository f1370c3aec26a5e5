import { Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { exportCalendar } from '../export-calendar.ts';
import { spanOf } from './days.ts';
import type { Calendar } from './use-calendar.ts';
import type { CalendarWords } from './use-calendar-words.ts';

type Props = { readonly calendar: Calendar; readonly words: CalendarWords };

/** Calendar files of what is shown: one expert's, or the cell's. */
export const ExportButton = ({ calendar, words }: Props) => {
  const { zone, range, experts } = calendar;
  const span = spanOf(zone, range);
  return (
    <Menu position="bottom-end" offset={4} shadow="md" withinPortal>
      <Menu.Target>
        <button type="button" className="icon-button" title={words.word('export')} data-testid="calendar-export">
          <IconDownload size={16} stroke={1.8} aria-hidden="true" />
          <span className="sr-only">{words.word('export')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.word('exportOf', { range: words.range(range) })}</Menu.Label>
        <Menu.Item onClick={() => void exportCalendar({ kind: 'cell', ...span })}>{words.word('who.cell')}</Menu.Item>
        {experts.map((expert) => (
          <Menu.Item key={expert} onClick={() => void exportCalendar({ kind: 'expert', expert, ...span })}>
            <bdi>{expert}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
