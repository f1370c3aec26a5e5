import { z } from 'zod';
import { ROLES } from '../access/actor.ts';
import { PASSPHRASE_MAX } from '../access/passphrase.ts';
import { FACTS } from '../access/person.ts';
import { LANGUAGES } from '../i18n/language.ts';
import { LEVELS } from '../ticket/ticket.ts';
import { call, nothing } from './call.ts';
import { workingWeek } from './coaching-schemas.ts';
import { instantMs } from './schemas.ts';

const name = z.string().trim().min(1).max(100);

/** `PersonFacts` of access/person.ts. */
const personFacts = z.strictObject({
  name,
  account: name.nullable(),
  role: z.enum(ROLES),
  level: z.enum(LEVELS),
  languages: z.array(z.enum(LANGUAGES)).max(LANGUAGES.length),
  week: workingWeek.nullable(),
  isActive: z.boolean(),
});
export type PersonInput = z.infer<typeof personFacts>;

const personRow = personFacts.extend({ id: z.uuid(), version: z.int() });
export type PersonRow = z.infer<typeof personRow>;

const peopleList = z.strictObject({
  people: z.array(personRow),
  /** The operating-system account that this workstation runs under. */
  account: z.string(),
});

const factValue = z.union([z.string(), z.boolean(), z.array(z.string()), workingWeek, z.null()]);

const personEntry = z.strictObject({
  ...{ kind: z.enum(['personAdded', 'personChanged']), atMs: instantMs, actor: z.string(), workstation: z.string() },
  changes: z.array(z.strictObject({ fact: z.enum(FACTS), before: factValue, after: factValue })),
});
export type PersonEntry = z.infer<typeof personEntry>;

/** What the shell has to know of access before it says who calls. */
const accessStanding = z.strictObject({
  person: personRow.pick({ name: true, role: true, level: true }).nullable(),
  /** Which passphrase holds: another number is another one. Null: none was set. */
  passphraseSeq: z.int().nullable(),
});
export type AccessStanding = z.infer<typeof accessStanding>;

const passphrase = z.string().min(1).max(PASSPHRASE_MAX);
const kept = z.strictObject({ passphraseSeq: z.int() });

/** People of the desk, and the passphrase that opens a lead's rights. */
export const peopleCalls = {
  'people:list': call('core', nothing, peopleList),
  /** A new one where `id` is null, else what is seen is changed: another version is refused. The name stays as it was added. */
  'people:save': call(
    'core',
    z.strictObject({ id: z.uuid().nullable(), expectedVersion: z.int().nullable(), facts: personFacts }),
    peopleList,
    ['lead'],
  ),
  /** Who changed what of a person, the newest first. */
  'people:get-history': call('core', z.strictObject({ id: z.uuid() }), z.array(personEntry)),
  'access:get-standing': call('core', nothing, accessStanding),
  'access:check-passphrase': call('core', z.strictObject({ passphrase }), kept),
  'access:keep-passphrase': call('core', z.strictObject({ passphrase, old: passphrase.nullable() }), kept),
} as const;

/** What the shell alone asks the core; no window is let through with them. */
export const INNER_CALLS: ReadonlySet<string> = new Set<keyof typeof peopleCalls>([
  'access:get-standing',
  'access:check-passphrase',
  'access:keep-passphrase',
]);
