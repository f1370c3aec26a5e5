import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { ReportPage } from '../../../shared/ipc/report-schemas.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import { parseFilterText } from '../../../shared/queue/filter-text.ts';
import { FAMILIES, FIGURE_IDS, FIGURES, type Family, type FigureId } from '../../../shared/report/figures.ts';
import { STEPS, type Step } from '../../../shared/report/period.ts';
import { formatInstant, MINUTE_MS, SECOND_MS } from '../../../shared/time/instant.ts';
import { machineClock } from '../clock.ts';
import type { Caller } from '../router.ts';
import { readArguments, readInstant, required, usageError, type Command } from './arguments.ts';
import { LOCALES, messagesOf } from './messages.ts';
import { askCore } from './read-core.ts';
import { readLanguage } from './read-language.ts';
import { readPeriod } from './read-period.ts';

const ZONE = 'Europe/Paris';
const CALLER: Caller = { actor: { name: '', role: 'lead', level: 'L1' }, windowId: 0, selections: {} };

const readFamilies = (names: readonly string[]): readonly Family[] => {
  if (names.length === 0) throw usageError(`Name a part of the report: ${FAMILIES.join(', ')} or all.`);
  if (names.includes('all')) return FAMILIES;
  const unknown = names.find((name) => !FAMILIES.some((family) => family === name));
  if (unknown !== undefined) throw usageError(`'${unknown}' is none of ${FAMILIES.join(', ')} or all.`);
  return FAMILIES.filter((family) => names.includes(family));
};

const readStep = (text: string): Step => {
  const step = STEPS.find((one) => one === text);
  if (step === undefined) throw usageError(`--step '${text}' is none of ${STEPS.join(', ')}.`);
  return step;
};

type Numbers = Pick<ReportPage['lines'][number], 'n' | 'count' | 'value' | 'p90' | 'p95'>;

const writer = (language: Language) => {
  const say = messagesOf(language);
  const numbers = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 });
  const duration = (ms: number | null): string =>
    ms === null ? '–' : durationText(Math.round(ms / SECOND_MS), (value) => numbers.format(value));
  const tell = (figure: FigureId, { n, value, p90, p95 }: Numbers): string => {
    const { unit } = FIGURES[figure];
    if (value === null) return n === 0 ? '–' : say('report.tooFew');
    if (unit === 'percent') return `${numbers.format(value)} %`;
    if (unit === 'minutes') return duration(value * MINUTE_MS);
    if (unit === 'sum') return duration(value);
    if (unit === 'count') return numbers.format(value);
    return say('report.times', { median: duration(value), p90: duration(p90), p95: duration(p95) });
  };
  return { say, tell };
};

const toText = (report: ReportPage, hasDefinitions: boolean, language: Language): string => {
  const { say, tell } = writer(language);
  const rows = report.lines.map((line) => [
    `${line.by === null ? '' : '  '}${line.by === null ? say(`report.figure.${line.figure}`) : `${line.by} ${line.key ?? ''}`}`,
    tell(line.figure, line),
    String(line.n),
    line.before === null ? '' : tell(line.figure, line.before),
  ]);
  const heads = ['figure', 'value', 'n', 'before'].map((column) => say(`report.heading.${column}`));
  const table = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...table.map((cells) => (cells[column] ?? '').length)));
  const lines = table.map((cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const told = [...new Set(report.lines.map(({ figure }) => figure))];
  const definitions = told.map((id) => `${say(`report.figure.${id}`)} — ${say(`report.definition.${id}`)}`);
  return [...lines, ...(hasDefinitions ? ['', ...definitions] : []), ''].join('\n');
};

const toJson = ({ fromMs, toMs, asOfMs, before, ...report }: ReportPage): object => ({
  ...{ from: formatInstant(fromMs), to: formatInstant(toMs), asOf: formatInstant(asOfMs) },
  before: before === null ? null : { from: formatInstant(before.fromMs), to: formatInstant(before.toMs) },
  ...report,
});

/** `report PART`: the figures of a period, as the window has them. */
export const reportCommand: Command = async (args, { out }) => {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ db: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, 'as-of': { type: 'string' } },
      ...{ step: { type: 'string' }, filter: { type: 'string' }, language: { type: 'string' } },
      ...{ definitions: { type: 'boolean' }, json: { type: 'boolean' } },
    },
  });
  const families = readFamilies(positionals);
  const path = required(values.db, 'db');
  const { fromMs, toMs } = readPeriod(values, compileZone(ZONE));
  const nowMs = machineClock.nowMs();
  const asOfMs = values['as-of'] === undefined ? null : readInstant(values['as-of'], 'as-of', nowMs);
  const step = readStep(values.step ?? 'day');
  const language = readLanguage(values.language ?? 'en');
  const { filter, problems } = parseFilterText(values.filter ?? '', { ...EMPTY_FILTER, view: 'all' });
  const [problem] = problems;
  if (problem !== undefined) throw usageError(`--filter: '${problem.value}' is no ${problem.field}.`);
  const all = await askCore(path, ({ handlers }) =>
    handlers['report:get']({ fromMs, toMs, filter, asOfMs, step, compare: true }, CALLER),
  );
  const wanted = FIGURE_IDS.filter((id) => families.includes(FIGURES[id].family));
  const report = { ...all, lines: all.lines.filter(({ figure }) => wanted.includes(figure)) };
  out(
    values.json === true
      ? `${JSON.stringify(toJson(report))}\n`
      : toText(report, values.definitions === true, language),
  );
  return 0;
};
