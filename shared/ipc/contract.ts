import { z } from 'zod';
import { ROLES } from '../access/actor.ts';
import { LOCK_AFTER_MIN, PASSPHRASE_MAX } from '../access/passphrase.ts';
import { LANGUAGES } from '../i18n/language.ts';
import { LEVELS } from '../ticket/ticket.ts';
import { customerHit } from './desk-schemas.ts';
import { backupCalls } from './backup-calls.ts';
import { call, nothing, type Place } from './call.ts';
import { coachingCalls } from './coaching-calls.ts';
import { customerCalls } from './customer-calls.ts';
import { deskCalls } from './desk-calls.ts';
import { expertiseCalls } from './expertise-calls.ts';
import { auditCalls } from './audit-calls.ts';
import { faultCalls, faultStanding } from './fault-calls.ts';
import { fileCalls } from './file-calls.ts';
import { handoverCalls } from './handover-calls.ts';
import { importCalls } from './import-calls.ts';
import { importProgress } from './import-schemas.ts';
import { maintenanceCalls } from './maintenance-calls.ts';
import { peopleCalls } from './people-calls.ts';
import { privacyCalls } from './privacy-calls.ts';
import { movedTicket, policyDraft, policyPreview, policyVersions } from './policy-schemas.ts';
import { queueCalls } from './queue-calls.ts';
import { reportCalls } from './report-calls.ts';
import { steeringCalls } from './steering-calls.ts';
import { entitlement, instantMs, QUEUE_VIEWS } from './schemas.ts';
import { wallCalls, wallPreferences, wallTarget } from './wall-calls.ts';
import { watchCalls } from './watch-calls.ts';
import { alarmed, watchPreferences } from './watch-schemas.ts';

/** `system` follows the machine. */
export const preferences = z.strictObject({
  language: z.enum(['system', ...LANGUAGES]),
  theme: z.enum(['system', 'light', 'dark']),
  /** Who works at this workstation: a name of their own (null: that of the system), what they do, and at which level. */
  me: z.strictObject({
    name: z.string().trim().min(1).max(100).nullable(),
    role: z.enum(ROLES),
    level: z.enum(LEVELS),
  }),
  /** So long without being used a lead's rights stay open. */
  lockAfterMin: z.union(LOCK_AFTER_MIN.map((minutes) => z.literal(minutes))),
  /** Keys of commands that the user chose, by command; the others have those they are shipped with. */
  keys: z.record(z.string().max(60), z.array(z.string().min(1).max(40)).max(4)),
  /** What this person is told of, and when not. */
  watch: watchPreferences,
  wall: wallPreferences,
});
export type Preferences = z.infer<typeof preferences>;

export const WORKSPACES = ['own', 'sample'] as const;
/** `own` is the user's queue; `sample` is made of sample data, in a database of its own. */
export type Workspace = (typeof WORKSPACES)[number];

/** What the window needs to draw anything at all. */
export const appState = z.strictObject({
  version: z.string(),
  /** The runtime, and whether it is the out-of-support one for development and tests. */
  runtime: z.strictObject({ electron: z.string(), chrome: z.string(), node: z.string(), isFallback: z.boolean() }),
  workspace: z.enum(WORKSPACES),
  preferences,
  /** Who works here. */
  me: z.strictObject({ name: z.string(), role: z.enum(ROLES), level: z.enum(LEVELS) }),
  access: z.strictObject({
    /** What says who works here: `ActingBy` of access/acting.ts. */
    by: z.enum(['sample', 'registry', 'preferences']),
    /** A lead by that whose rights no passphrase has opened: `me` is an agent until then. */
    isLeadLocked: z.boolean(),
    /** Null: not known yet. */
    isPassphraseSet: z.boolean().nullable(),
  }),
  /** The language in force. */
  language: z.enum(LANGUAGES),
  /** Public facts of the sample data: where it comes from and under which licence; null in the own workspace. */
  sampleNotice: z.string().nullable(),
});
export type AppState = z.infer<typeof appState>;

/** The versions of the policy with their zones compiled: `PolicyVersion` of sla/policy.ts; `fromMs` is null for the first. */
export const clockRules = z.strictObject({
  versions: z
    .array(
      z.strictObject({
        fromMs: instantMs.nullable(),
        policyJson: z.string(),
        zone: z.strictObject({
          id: z.string(),
          changesAtMs: z.array(z.number()),
          offsetsMs: z.array(z.number()),
        }),
      }),
    )
    .min(1),
});

/** Every call that a window can make: `noun:verb-object`. Inputs and outputs are parsed on each. */
export const contract = {
  'app:get-state': call('shell', nothing, appState),
  /** The window has painted its first rows. */
  'app:report-ready': call('shell', nothing, nothing),
  /** Where the window is, for when its process ends: kept as long as Vigie runs, and nowhere else. */
  'app:remember': call('shell', z.strictObject({ memory: z.string().max(1_000_000) }), nothing),
  'app:get-memory': call('shell', nothing, z.strictObject({ memory: z.string().nullable() })),
  /** What is not named stays as it is, also of what one is told of: two changes that cross each other both hold. */
  'app:set-preferences': call(
    'shell',
    preferences.partial().extend({ watch: watchPreferences.partial().optional() }),
    appState,
  ),
  /** Opens the lead's rights of whoever works here; refused where the passphrase is wrong, and for a while after that. */
  'access:unlock': call('shell', z.strictObject({ passphrase: z.string().min(1).max(PASSPHRASE_MAX) }), appState),
  'access:lock': call('shell', nothing, appState),
  /** Sets the lead's passphrase, or another one in the place of `old`, and opens the rights with it. */
  'access:set-passphrase': call(
    'shell',
    z.strictObject({
      passphrase: z.string().min(1).max(PASSPHRASE_MAX),
      old: z.string().min(1).max(PASSPHRASE_MAX).nullable(),
    }),
    appState,
  ),
  'app:switch-workspace': call('shell', z.strictObject({ workspace: z.enum(WORKSPACES) }), appState),
  'clock:get-rules': call('core', nothing, clockRules),
  'policy:list': call('core', nothing, policyVersions),
  /** What a version would move; writes nothing. */
  'policy:preview': call('core', policyDraft, policyPreview, ['lead']),
  /** Ends a preview that still runs. */
  'policy:cancel-preview': call('core', nothing, nothing),
  /** Saves a version; open tickets follow it, what is past and what is closed stays as it was. */
  'policy:save': call('core', policyDraft.extend({ note: z.string().trim().max(400).nullable() }), policyVersions, [
    'lead',
  ]),
  ...queueCalls,
  'customer:find': call('core', z.strictObject({ text: z.string().max(400) }), z.array(customerHit).max(20)),
  /** What another tier of a customer would mean from now on; writes nothing. */
  'customer:what-if': call(
    'core',
    z.strictObject({ customer: z.string().min(1).max(400), tier: z.string().min(1).max(64) }),
    z.strictObject({ checked: z.number().int(), moved: z.array(movedTicket), entitlement }),
  ),
  ...customerCalls,
  ...expertiseCalls,
  ...coachingCalls,
  ...maintenanceCalls,
  ...reportCalls,
  ...handoverCalls,
  ...wallCalls,
  ...steeringCalls,
  ...peopleCalls,
  ...privacyCalls,
  ...fileCalls,
  ...backupCalls,
  ...faultCalls,
  ...deskCalls,
  /** Opens the system's mail program on a new message; the user sends it there. */
  'mail:compose': call(
    'shell',
    z.strictObject({
      /** None: whoever writes chooses there. */
      to: z.array(z.email().max(400)).max(50),
      subject: z.string().max(400),
      body: z.string().max(20_000),
    }),
    /** A text too long for the way to the mail program waits on the clipboard. */
    z.strictObject({ isBodyCopied: z.boolean() }),
  ),
  ...auditCalls,
  ...watchCalls,
  ...importCalls,
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
  /** Customers, their tiers or their ledgers changed; null: any. */
  'customer:changed': z.strictObject({ customerIds: z.array(z.int()).nullable() }),
  /** Sessions, experts or absences changed: whose; null: any. */
  'coaching:changed': z.strictObject({ experts: z.array(z.string()).nullable() }),
  /** Maintenance windows changed otherwise than by the policy. */
  'maintenance:changed': z.strictObject({}),
  'handover:changed': z.strictObject({}),
  /** Requests to leads were asked or decided. */
  'steering:changed': z.strictObject({}),
  /** People of the desk, or the lead's passphrase. */
  'people:changed': z.strictObject({}),
  /** What belongs to people and not to tickets changed: timer, views, replies, macros. */
  'desk:changed': z.strictObject({ what: z.enum(['timer', 'view', 'reply', 'macro', 'alarm']) }),
  'import:progressed': importProgress,
  /** Tickets looked at, or folded again, for another version of the policy. */
  'policy:progressed': z.strictObject({ done: z.number().int(), total: z.number().int() }),
  /** The policy has another version: ask for the rules again. */
  'policy:changed': z.strictObject({}),
  /** A past instant is being replayed: tickets folded so far. */
  'replay:progressed': z.strictObject({ atMs: instantMs, done: z.number().int(), total: z.number().int() }),
  /** Before a report: tickets folded as they were known then, or for the first report of all. */
  'report:progressed': z.strictObject({ done: z.number().int(), total: z.number().int() }),
  /** Backups were made, or one could not be. */
  'backup:changed': z.strictObject({}),
  /** The database is open otherwise than before: read only, as always, or not until another one stands in its place. */
  'fault:changed': faultStanding,
  /** The wall's own window had ended and was opened again. */
  'wall:reopened': z.strictObject({}),
  /** The core had ended and has begun again: what was being asked was answered by nobody. */
  'core:restarted': z.strictObject({}),
  /** A backup, or a look into one: how far it is; `total` is 0 where nobody knows. */
  'backup:progressed': z.strictObject({ phase: z.string(), done: z.number().int(), total: z.number().int() }),
  /** An export of the audit: events written so far. */
  'audit:progressed': z.strictObject({ done: z.number().int() }),
  /** The machine's clock can no longer be believed, or again. */
  'clock:trust-changed': z.strictObject({}),
  /** The caller's alarms that fell due together. */
  'watch:alarmed': alarmed,
  /** A notification was pressed, or an entry of the tray: open this ticket, or show this view, or else the alarms. */
  'watch:chosen': z.strictObject({ ticketId: z.number().int().nullable(), view: z.enum(QUEUE_VIEWS).nullable() }),
  /** Something of the wall was chosen in its own window: the console shows it. */
  'wall:chosen': wallTarget,
  /** The application's state changed (language, theme, workspace). */
  'app:state-changed': appState,
  /** Another database stands in the place of the one that windows showed: nothing of that stays. */
  'workspace:replaced': z.strictObject({}),
  /** A command of the native menu, by its id in the window's registry. */
  'menu:command-chosen': z.strictObject({ command: z.string().max(60) }),
} as const;

export type Notices = typeof notices;
export type NoticeName = keyof Notices;
export type NoticePayload<Name extends NoticeName> = z.output<Notices[Name]>;
