import { focusAsOf, focusReportFilter, focusDatesSoon } from '../features/reports/focus.ts';
import { asDates, PERIOD_KINDS, periodOf, stepPeriod, type PeriodKind } from '../features/reports/period-choice.ts';
import { reportDoor } from '../features/reports/report-door.ts';
import { toggleDefinition } from '../features/reports/toggle-definition.ts';
import { appStateQuery, clockRulesQuery } from '../ipc/queries.ts';
import { queryClient } from '../ipc/query-client.ts';
import { getRealNowMs } from '../state/now-store.ts';
import {
  choosePeriod,
  nextLook,
  nextSplit,
  openReportDialog,
  SECTIONS,
  showSection,
  useReportStore,
} from '../state/report-store.ts';
import type { Command } from './command.ts';

const isLead = (): boolean => queryClient.getQueryData(appStateQuery.queryKey)?.me.role === 'lead';

const inPlace = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...{ id: `reports.${id}`, keys, run, group: 'reports', place: 'reports' },
});
const move = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...inPlace(id, keys, run),
  isMove: true,
});
/** What leaves the console as a file is a lead's. */
const toFile = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...inPlace(id, keys, run),
  isEnabled: isLead,
});

const KIND_KEYS: Readonly<Record<PeriodKind, string>> = { week: 'w', month: 'm', quarter: 'q', year: 'y' };

const step = (by: 1 | -1): void => choosePeriod(stepPeriod(useReportStore.getState().choice, by));

const chooseDates = (): void => {
  const zone = queryClient.getQueryData(clockRulesQuery.queryKey)?.zone;
  const { choice } = useReportStore.getState();
  if (zone === undefined) return;
  const period = periodOf(choice, zone, getRealNowMs());
  if (choice.kind !== 'dates' && period !== null) choosePeriod(asDates(period, zone));
  focusDatesSoon();
};

/** What is done in the reports. */
export const REPORT_COMMANDS: readonly Command[] = [
  ...SECTIONS.map((section, i) => move(`section.${section}`, [String(i + 1)], () => showSection(section))),
  ...PERIOD_KINDS.map((kind) => inPlace(kind, [KIND_KEYS[kind]], () => choosePeriod({ kind, back: 0 }))),
  inPlace('dates', ['o'], chooseDates),
  move('previous', [','], () => step(-1)),
  move('next', [';'], () => step(1)),
  inPlace('filter', ['/'], focusReportFilter),
  inPlace('asOf', ['a'], focusAsOf),
  inPlace('define', ['d'], toggleDefinition),
  inPlace('split', ['b'], nextSplit),
  inPlace('look', ['v'], nextLook),
  inPlace('again', ['r'], () => reportDoor()?.again()),
  toFile('csv', ['e'], () => reportDoor()?.saveCsv()),
  toFile('print', ['p'], () => openReportDialog('print')),
  toFile('monthly', ['Shift+M'], () => openReportDialog('monthly')),
];
