import { foldName, locateColumns, type Synonyms } from './columns.ts';
import { createFileReading, type FileReading } from './file-reading.ts';
import { jiraTicket, type JiraAnswer } from './jira-issue.ts';
import { readJiraPriority, readJiraState } from './jira-words.ts';
import { textAt, valueAt } from './json-path.ts';
import { isRecord, recordsOf } from './json-table.ts';
import type { Profile } from './profile.ts';
import { createTableReader } from './table-reader.ts';
import type { RowComment, TableField } from './table-row.ts';

/** Columns of the CSV that Jira's list of issues exports, in English and French; Jira Server and Cloud call some otherwise. */
const COLUMNS: Synonyms<TableField> = {
  reference: ['issue key', 'key', 'clé de ticket', 'clé de la demande', 'clé', 'work item key'],
  opened: ['created', 'création', 'créé', 'créée', 'créé(e)', 'date de création'],
  updated: ['updated', 'mise à jour', 'mis à jour', 'mis(e) à jour', 'date de mise à jour'],
  event: [],
  responded: [],
  resolved: ['resolved', 'résolu', 'résolue', 'résolu(e)', 'date de résolution'],
  closed: [],
  reopened: [],
  sequence: [],
  state: ['status', 'état', 'statut'],
  substate: [],
  priority: ['priority', 'priorité'],
  customer: ['custom field (organizations)', 'champ personnalisé (organisations)', 'organizations', 'organisations'],
  requester: ['reporter', 'rapporteur', 'creator', 'créateur', 'auteur'],
  channel: ['custom field (request channel type)', 'champ personnalisé (type de canal de demande)'],
  group: ['custom field (team)', 'champ personnalisé (équipe)', 'project name', 'nom du projet', 'project', 'projet'],
  assignee: ['assignee', 'personne assignée', 'responsable', 'attribution', 'attribué à'],
  title: ['summary', 'résumé'],
  category: ['issue type', 'type de ticket', 'type de demande', 'work type'],
  language: [],
};

/** Names that only Jira gives its columns. */
export const JIRA_SIGNS = [
  'issue key',
  'issue id',
  'issue type',
  'project key',
  'project lead',
  'status category',
  'fix versions',
  'fix version/s',
  'affects version/s',
  'work ratio',
  'last viewed',
  'watchers',
  'clé de ticket',
  'id de ticket',
  'clé de projet',
  'responsable du projet',
  'catégorie d’état',
  "catégorie d'état",
  'observateurs',
];

const isOwn = (name: string): boolean =>
  JIRA_SIGNS.includes(name.trim().toLowerCase()) || /^(?:custom field|champ personnalisé) \(/i.test(name.trim());

/** `18/Jul/26 9:10 AM;ann;looking`: when, who, what. */
const readComment = (cell: string): RowComment | null => {
  const [at, author, ...text] = cell.split(';');
  return at === undefined || author === undefined || text.length === 0
    ? null
    : { at: at.trim(), author: author.trim() || null, text: text.join(';').trim() };
};

const isIssue = (record: unknown): record is Readonly<Record<string, unknown>> =>
  isRecord(record) &&
  textAt(record, 'key') !== null &&
  isRecord(valueAt(record, 'fields')) &&
  ['summary', 'status', 'issuetype', 'created'].some((key) => valueAt(record, 'fields', key) !== undefined);

const answerOf = (value: unknown, records: readonly unknown[]): JiraAnswer => {
  const names = valueAt(value, 'names');
  const fieldNames = isRecord(names)
    ? Object.entries(names).flatMap(([key, name]) => (typeof name === 'string' ? [[key, name] as const] : []))
    : [];
  const categories = records.flatMap((record) => {
    const name = textAt(record, 'fields', 'status', 'name');
    const category = textAt(record, 'fields', 'status', 'statusCategory', 'key');
    return name === null || category === null ? [] : [[name, category] as const];
  });
  return { fieldNames: new Map(fieldNames), categories: new Map(categories) };
};

/** Jira: what its REST search answers, with the changelog where it was asked for, and the CSV of its list of issues. */
export const jira: Profile = {
  id: 'jira',
  source: 'jira',
  columns: COLUMNS,
  recognise: (head) => {
    if (head.kind === 'json') return recordsOf(head.value).slice(0, 20).some(isIssue) ? 0.97 : 0;
    const columns = locateColumns(head.names, COLUMNS);
    if (!columns.has('reference') || !columns.has('opened') || !columns.has('state')) return 0;
    const signs = new Set(head.names.filter(isOwn).map(foldName)).size;
    return signs === 0 ? 0.2 : signs === 1 ? 0.4 : Math.min(0.96, 0.6 + signs * 0.08);
  },
  createReader: (options) => {
    const issues: {
      readonly raw: Readonly<Record<string, unknown>>;
      readonly answer: JiraAnswer;
      readonly file: FileReading;
      readonly line: number;
    }[] = [];
    const table = createTableReader(
      {
        source: 'jira',
        columns: COLUMNS,
        required: ['reference', 'opened', 'state'],
        readState: (state) => (state === null ? null : readJiraState(state, null)),
        readPriority: readJiraPriority,
        category: null,
        isLog: () => false,
        isResponseToldByState: false,
        comments: { names: ['comment', 'comments', 'commentaire', 'commentaires'], read: readComment },
      },
      options,
    );
    return {
      open: (name, head) => {
        if (head.kind === 'table') return table.open(name, head);
        const records = recordsOf(head.value);
        if (records.length > 0 && !records.some(isIssue))
          return { kind: 'refused', missing: ['key', 'fields.summary', 'fields.created'] };
        const answer = answerOf(head.value, records);
        const file = createFileReading(name, options);
        return {
          kind: 'records',
          records,
          take: (raw, line) => {
            if (isIssue(raw)) issues.push({ raw, answer, file, line });
            else file.error(line, 'is no issue of Jira that Vigie knows');
          },
        };
      },
      *finish() {
        yield* table.finish();
        const seen = new Map<string, { readonly line: number; readonly index: number }>();
        issues.forEach(({ raw, file, line }, index) => {
          const key = textAt(raw, 'key') ?? '';
          const before = seen.get(key);
          if (before !== undefined && JSON.stringify(issues[before.index]?.raw) !== JSON.stringify(raw))
            file.warn(line, `${key} was told already by record ${before.line}; the later one was taken`);
          seen.set(key, { line, index });
        });
        const latest = new Set([...seen.values()].map(({ index }) => index));
        for (const [index, { raw, answer, file, line }] of issues.entries())
          yield latest.has(index) ? jiraTicket(raw, answer, { file, line }, options) : null;
      },
    };
  },
};
