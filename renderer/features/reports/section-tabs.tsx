import { useIntl } from 'react-intl';
import {
  look,
  LOOKS,
  SECTIONS,
  showSection,
  splitBy,
  SPLITS,
  useReportStore,
  type Section,
} from '../../state/report-store.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { TabList } from '../../ui/tab-list.tsx';

export const SECTION_PANEL_ID = 'report-section';
export const sectionTabId = (section: Section): string => `report-tab-${section}`;

/** Parts whose figures are of tickets, so that they are split as is chosen. */
const SPLIT: ReadonlySet<Section> = new Set(['sla', 'flow', 'times', 'turns', 'waits']);

/** The parts of the report, and how they are shown. */
export const SectionTabs = () => {
  const intl = useIntl();
  const section = useReportStore((reports) => reports.section);
  const split = useReportStore((reports) => reports.split);
  const shownLook = useReportStore((reports) => reports.look);
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <div className="rep-tabs">
      <TabList
        {...{ tabs: SECTIONS, shown: section, onShow: showSection, tabId: sectionTabId, panelId: SECTION_PANEL_ID }}
        className="views"
        label={word('reports.sections')}
      >
        {(one) => word(`reports.section.${one}`)}
      </TabList>
      <span className="grow" />
      {SPLIT.has(section) ? (
        <ChoiceRow
          label={word('reports.splitBy')}
          value={split}
          choices={SPLITS.map((value) => ({ value, label: word(`reports.split.${value}`) }))}
          onChange={splitBy}
          testId="report-split"
        />
      ) : null}
      {section === 'summary' ? null : (
        <ChoiceRow
          label={word('reports.look')}
          value={shownLook}
          choices={LOOKS.map((value) => ({ value, label: word(`reports.look.${value}`) }))}
          onChange={look}
          testId="report-look"
        />
      )}
    </div>
  );
};
