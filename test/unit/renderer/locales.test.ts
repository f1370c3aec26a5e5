import { PHASES as BACKUP_PHASES } from '../../../renderer/features/backup/phases.ts';
import { FAULTS } from '../../../renderer/features/fault/fault-ways.ts';
import { BACKUP_KINDS } from '../../../shared/backup/backup.ts';
import { PANELS } from '../../../renderer/features/wall/boards.ts';
import { HOURS_ALERTS } from '../../../shared/wall/hours-alert.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../renderer/commands/registry.ts';
import { PROFILES } from '../../../renderer/features/import/import-options.ts';
import { COLUMN_IDS } from '../../../renderer/features/queue/column-fit.ts';
import { PERIOD_KINDS } from '../../../renderer/features/reports/period-choice.ts';
import { TIMELINE_PARTS } from '../../../renderer/features/ticket/event-record.ts';
import { VERB_IDS } from '../../../renderer/features/ticket/verbs.ts';
import { LOCALES, MESSAGES } from '../../../renderer/i18n/messages.ts';
import { FORMS } from '../../../renderer/state/desk-store.ts';
import { LIST_FILTERS, VIEWS } from '../../../renderer/state/queue-filters.ts';
import { LOOKS, SECTIONS, SPLITS } from '../../../renderer/state/report-store.ts';
import { REPORT_TEXTS } from '../../../shared/coaching/report-sheet.ts';
import { SIZED } from '../../../shared/coaching/session-event.ts';
import { SESSION_STATES } from '../../../shared/coaching/session.ts';
import { SIZING_TEXTS } from '../../../shared/coaching/sizing.ts';
import { BREACH_CAUSES, WAIT_KINDS } from '../../../shared/report/facts.ts';
import { DIMENSIONS, FAMILIES, FIGURE_IDS, FIGURES } from '../../../shared/report/figures.ts';
import { STEPS } from '../../../shared/report/period.ts';
import { FIGURE_COLUMNS, headOf } from '../../../shared/report/tell-report.ts';
import { AGE_BANDS } from '../../../shared/report/ticket-figures.ts';
import { ASSIGNMENTS } from '../../../shared/expertise/assignment.ts';
import { LOT_KINDS } from '../../../shared/expertise/lot.ts';
import { CATEGORIES, PRIORITIES } from '../../../shared/sla/policy.ts';
import { GRADES } from '../../../shared/ticket/priority-matrix.ts';
import { ROLES } from '../../../shared/access/actor.ts';
import { HANDOVER_KINDS, HANDOVER_SECTIONS } from '../../../shared/handover/handover.ts';
import { ticketCommand } from '../../../shared/ticket/command.ts';
import { LEVELS, SOURCES, TICKET_STATES } from '../../../shared/ticket/ticket.ts';

const languages = ['en', 'fr'] as const;
const keys = Object.keys(MESSAGES.en);

const renderer = join(import.meta.dirname, '../../../renderer');
const source = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(renderer, file), 'utf8'))
  .join('\n');

const prefixed = (prefix: string, names: readonly string[]): string[] => names.map((name) => `${prefix}.${name}`);

/** The names of the values that a message takes; words in the branches of a plural are none. */
const valuesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/(?<!(?:one|other|=\d+) )\{(\w+)[,}]/g)].map((match) => match[1] ?? '')),
];

/** Keys that are put together from data. */
const MADE = [
  ...prefixed('fault.title', FAULTS),
  ...prefixed('fault.told', ['window', 'wall', 'core', 'restoredAlone']),
  ...prefixed('backup.kind', BACKUP_KINDS),
  ...prefixed('backup.barrier', ['sample', 'role', 'locked']),
  ...prefixed('backup', ['onlyHere', 'onlyThere']),
  ...prefixed('backup.phase', BACKUP_PHASES),
  ...prefixed('view', VIEWS),
  ...prefixed('queue.emptyView', VIEWS),
  ...prefixed('column', COLUMN_IDS),
  ...prefixed('filter', LIST_FILTERS),
  ...prefixed('state', TICKET_STATES),
  ...prefixed('priority', PRIORITIES),
  ...prefixed('level', LEVELS),
  ...prefixed('category', CATEGORIES),
  ...prefixed('source', SOURCES),
  ...prefixed('profile', PROFILES),
  ...prefixed('clock', ['running', 'atRisk', 'breached', 'paused', 'met', 'bestEffort', 'none']),
  ...prefixed('promise', ['contractual', 'internal']),
  ...['due', 'opened', 'priority', 'customer', 'reference'].flatMap((by) => prefixed(`sort.${by}`, ['up', 'down'])),
  ...prefixed('page.verb', VERB_IDS),
  ...FORMS.map((form) => `form.${form}.title`),
  ...GRADES.flatMap((grade) => [`grade.impact.${grade}`, `grade.urgency.${grade}`]),
  ...prefixed('page.part', TIMELINE_PARTS),
  ...['none', 'firstThreeMonths', 'always'].flatMap((access) => [`page.experts.${access}`, `page.hours.${access}`]),
  ...prefixed('page.origin', ['offer', 'default']),
  ...['past', 'ahead'].flatMap((side) => ['', 'Only', 'Example'].map((part) => `form.moment.${side}${part}`)),
  ...prefixed('event.responded', ['call', 'mail']),
  ...prefixed('profile.role', ROLES),
  ...prefixed('path', [
    'skills',
    'otherwise',
    'ahead',
    'waiting',
    'past',
    'noTime',
    'anyExpert',
    'report',
    'finish',
    'invitation',
    'never',
  ]),
  ...prefixed('handover.section', HANDOVER_SECTIONS),
  ...prefixed('handover.at', HANDOVER_SECTIONS),
  ...prefixed('handover.paper', ['what', 'when', 'nextAction', 'nextUpdate', 'note', 'accepted']),
  ...prefixed('handover.did', HANDOVER_KINDS),
  ...prefixed('handover.change', ['changed', 'added', 'removed', 'accepted']),
  ...prefixed('handover.lacks', ['nextAction', 'nextUpdate', 'both']),
  ...prefixed('handover', ['outgoing', 'incoming', 'nextAction', 'nextUpdate', 'note']),
  ...prefixed('path.standing', [...SESSION_STATES, 'toClose']),
  ...prefixed('held.paper', [...REPORT_TEXTS, 'title', 'customer', 'date', 'time', 'span', 'duration', 'expert']),
  ...prefixed('held.paper', ['attendees', 'place', 'ticket', 'sizing', 'continued', 'page', 'sample', 'sampleNote']),
  ...prefixed('held.paper.sizing', ['what', ...SIZING_TEXTS]),
  ...prefixed('held.paper.what', SIZED),
  ...['up', 'down', 'remove'].flatMap((act) => [`held.sizing.${act}`, `held.sizing.${act}.tip`]),
  ...prefixed('held.invitation', ['language', 'to', 'subject', 'body', 'nobody', 'missing', 'copy', 'copied', 'open']),
  ...prefixed('held.invitation', ['opened', 'openedCopied', 'file', 'fileHint', 'fileSaved']),
  ...prefixed('profile.roleNote', ROLES),
  ...prefixed('palette', ['recent', 'commands', 'tickets', 'customers', 'people', 'macros']),
  ...prefixed('bulk.verb', ['take', 'assign', 'priority', 'tags', 'wait', 'resolve', 'escalate']),
  ...prefixed(
    'notice.did',
    ticketCommand.options.map(({ shape }) => shape.kind.value),
  ),
  ...prefixed('statement.kind', ASSIGNMENTS),
  ...prefixed('statement.lot', LOT_KINDS),
  ...prefixed('statement.uncharged', ['rapidAction', 'customerFault', 'serviceFault']),
  ...prefixed('statement.overage', ['pending', 'approved', 'declined']),
  ...prefixed('statement.language', languages),
  ...['kind', 'expert'].flatMap((by) => prefixed(`picture.${by}`, ['title', 'told'])),
  ...prefixed('reports.section', SECTIONS),
  ...prefixed('reports.split', SPLITS),
  ...prefixed('reports.look', LOOKS),
  ...prefixed('reports.kind', [...PERIOD_KINDS, 'dates']),
  ...prefixed('reports.this', PERIOD_KINDS),
  ...prefixed('reports.by', DIMENSIONS),
  ...prefixed('reports.cause', BREACH_CAUSES),
  ...prefixed('reports.wait', WAIT_KINDS),
  ...prefixed(
    'reports.age',
    AGE_BANDS.map(({ key }) => key),
  ),
  ...prefixed('reports.step', STEPS),
  ...prefixed('reports.part', STEPS),
  ...prefixed(
    'reports.family',
    FAMILIES.filter((family) => family !== 'sla'),
  ),
  ...['contractual', 'internal'].flatMap((promise) => [`reports.promise.${promise}`, `reports.promiseNote.${promise}`]),
  ...FIGURE_IDS.flatMap((figure) => [
    `report.figure.${figure}`,
    `report.definition.${figure}`,
    ...FIGURE_COLUMNS[FIGURES[figure].unit].map((column) => headOf(figure, column)),
  ]),
  ...prefixed('reports', ['better', 'worse', 'more', 'fewer', 'same']),
  ...prefixed(
    'audit.kind.name',
    FIGURE_IDS.flatMap((figure) => FIGURES[figure].reads),
  ),
  ...PANELS.flatMap((panel) => [`wall.panel.${panel}`, `wall.none.${panel}`]),
  ...prefixed('wall.tile', ['breached', 'atRisk', 'unassigned', 'escalated', 'leads', 'waiting', 'open']),
  ...prefixed('wall.agent', ['open', 'atRisk', 'breached']),
  ...prefixed('wall.hours', HOURS_ALERTS),
  ...COMMANDS.flatMap(({ id, group }) => [`command.${id}`, `help.${group}`]),
];

describe('the two languages', () => {
  it('say the same things', () => expect(Object.keys(MESSAGES.fr).sort()).toEqual([...keys].sort()));

  it.each(MADE)('know %s', (key) => expect(keys).toContain(key));

  it('know every key that the window names', () => {
    const named = [...source.matchAll(/\bid: '([a-zA-Z][\w./-]*)'/g)].map((match) => match[1]);
    const commands = new Set(COMMANDS.map(({ id }) => id));
    const columns = new Set<string>(COLUMN_IDS);
    const isMessage = (name: string | undefined): name is string =>
      name !== undefined && !commands.has(name) && !columns.has(name);
    expect(named.filter(isMessage).filter((name) => !keys.includes(name))).toEqual([]);
  });

  it('use the same values in each message', () => {
    const isDetail = (key: string): boolean => key.startsWith('error.');
    for (const key of keys.filter((name) => !isDetail(name))) {
      expect(valuesOf(MESSAGES.fr[key] ?? '').sort(), key).toEqual(valuesOf(MESSAGES.en[key] ?? '').sort());
    }
  });
});

describe.each(languages)('in %s', (language) => {
  const problems: string[] = [];
  const intl = createIntl({
    locale: LOCALES[language],
    messages: { ...MESSAGES[language] },
    onError: (error) => problems.push(error.message),
  });
  const values = Object.fromEntries(
    Object.values(MESSAGES[language])
      .flatMap(valuesOf)
      .map((name) => [name, 2]),
  );

  it.each(keys)('%s compiles', (id) => {
    problems.length = 0;
    expect(intl.formatMessage({ id }, values)).not.toBe('');
    expect(problems).toEqual([]);
  });
});

it('French has its no-break spaces before : ; ! ? and inside « »', () => {
  const plain = (text: string): string => text.replaceAll(/\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, '');
  const wrong = Object.entries(MESSAGES.fr).filter(([, text]) =>
    /[^\u00a0\u202f][:;!?](\s|$)|« | »/u.test(plain(text)),
  );
  expect(wrong).toEqual([]);
});
