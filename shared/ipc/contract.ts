import { z } from 'zod';
import { fileSelection, importPreview, importProgress, importReport, importRequest } from './import-schemas.ts';
import { queueCounts, queueFilter, queuePage, queueSort, ticketDetail } from './schemas.ts';

/** Where a call is answered: by the core in its worker, or by the shell that owns windows, dialogs and files. */
type Place = 'core' | 'shell';

const call = <At extends Place, Input extends z.ZodType, Output extends z.ZodType>(
  place: At,
  input: Input,
  output: Output,
) => ({
  place,
  input,
  output,
});

const nothing = z.strictObject({});

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `system` follows the machine. */
export const preferences = z.strictObject({
  language: z.enum(['system', ...LANGUAGES]),
  theme: z.enum(['system', 'light', 'dark']),
});
export type Preferences = z.infer<typeof preferences>;

export const WORKSPACES = ['own', 'sample'] as const;
/** `own` is the user's queue; `sample` is made of sample data, in a database of its own. */
export type Workspace = (typeof WORKSPACES)[number];

/** What the window needs to draw anything at all. */
export const appState = z.strictObject({
  version: z.string(),
  /** The runtime, and whether it is the out-of-support one for development and tests. */
  runtime: z.strictObject({ electron: z.string(), isFallback: z.boolean() }),
  workspace: z.enum(WORKSPACES),
  preferences,
  /** The language in force. */
  language: z.enum(LANGUAGES),
  /** Public facts of the sample data: where it comes from and under which licence; null in the own workspace. */
  sampleNotice: z.string().nullable(),
});
export type AppState = z.infer<typeof appState>;

/** The policy in force with its zone compiled: `Policy` of sla/policy.ts and `Zone` of calendar/zone.ts. */
export const clockRules = z.strictObject({
  policyJson: z.string(),
  zone: z.strictObject({
    id: z.string(),
    changesAtMs: z.array(z.number()),
    offsetsMs: z.array(z.number()),
  }),
});

/** Every call that a window can make: `noun:verb-object`. Inputs and outputs are parsed on each. */
export const contract = {
  'app:get-state': call('shell', nothing, appState),
  /** The window has painted its first rows. */
  'app:report-ready': call('shell', nothing, nothing),
  'app:set-preferences': call('shell', preferences.partial(), appState),
  'app:switch-workspace': call('shell', z.strictObject({ workspace: z.enum(WORKSPACES) }), appState),
  'clock:get-rules': call('core', nothing, clockRules),
  'queue:get-page': call(
    'core',
    z.strictObject({
      filter: queueFilter,
      sort: queueSort,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    queuePage,
  ),
  'queue:get-counts': call('core', z.strictObject({ filter: queueFilter }), queueCounts),
  /** The row's position under a filter and sort, to keep a selection in sight; null where it is not among them. */
  'queue:find-position': call(
    'core',
    z.strictObject({ filter: queueFilter, sort: queueSort, id: z.number().int() }),
    z.strictObject({ position: z.number().int().nullable() }),
  ),
  'ticket:get-detail': call('core', z.strictObject({ id: z.number().int() }), ticketDetail),
  'import:choose-files': call(
    'shell',
    z.strictObject({ purpose: z.enum(['export', 'tier-map', 'level-map']) }),
    fileSelection.nullable(),
  ),
  'import:preview': call('core', importRequest, importPreview),
  'import:run': call('core', importRequest, importReport),
  'import:cancel': call('core', nothing, nothing),
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>;
export type CallsOf<At extends Place> = {
  [Name in CallName]: Contract[Name]['place'] extends At ? Name : never;
}[CallName];

/** Every event that a window hears: `noun:past-participle`. */
export const notices = {
  /** Something was committed: ask again for what you show. */
  'data:changed': z.strictObject({ ticketIds: z.array(z.number().int()).nullable() }),
  'import:progressed': importProgress,
  /** The application's state changed (language, theme, workspace). */
  'app:state-changed': appState,
  /** A command of the native menu. */
  'menu:command-chosen': z.strictObject({ command: z.enum(['import', 'search', 'show-keys']) }),
} as const;

export type Notices = typeof notices;
export type NoticeName = keyof Notices;
export type NoticePayload<Name extends NoticeName> = z.output<Notices[Name]>;
