import type { Zone } from '../../../shared/calendar/zone.ts';
import type { ImportedTicket, LineIssue } from '../../../shared/import/imported-ticket.ts';
import type { Intake, Profile, ProfileReader, ReadOptions } from '../../../shared/import/profile.ts';
import { chooseProfile, profileById } from '../../../shared/import/profiles.ts';
import type { ImportProfile } from '../../../shared/ipc/import-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { checkFile } from './check-file.ts';
import { namesFound } from './names-found.ts';
import { inspectFile, type Dialect, type InspectedFile } from './inspect-file.ts';
import { createIssueList } from './issue-list.ts';
import { createPause } from './read-text.ts';
import { takeRows } from './take-rows.ts';

export type CollectInput = Pick<ReadOptions, 'zone' | 'tierOf' | 'levelOf' | 'nowMs' | 'said' | 'onValue'> & {
  readonly paths: readonly string[];
  readonly profile: ImportProfile | 'auto';
  readonly zone: Zone;
  /** How each file is written, in the order of the paths. */
  readonly dialects?: readonly Dialect[];
  /** The files where they were looked at already. */
  readonly files?: readonly InspectedFile[];
};

export type CollectHooks = {
  /** Stops the collection at the next block. */
  readonly signal: AbortSignal;
  readonly onProgress: (doneBytes: number, totalBytes: number) => void;
};

export type CollectedFile = {
  readonly name: string;
  readonly format: 'csv' | 'json';
  readonly encoding: string;
  readonly delimiter: string | null;
  /** Records, read or not, without the header. */
  readonly rows: number;
};

export type Collected = {
  readonly profile: ImportProfile;
  readonly files: CollectedFile[];
  readonly rows: number;
  readonly tickets: ImportedTicket[];
  /** The first thousand of each; the counts are whole. */
  readonly errors: LineIssue[];
  readonly warnings: LineIssue[];
  readonly errorCount: number;
  readonly warningCount: number;
};

const namesIn = ({ head }: InspectedFile): string => namesFound(head.kind === 'table' ? head.names : []);

const chosen = (files: readonly InspectedFile[], wanted: ImportProfile | 'auto'): Profile => {
  if (wanted !== 'auto') return profileById(wanted);
  const profile = chooseProfile(files.map((file) => file.head));
  if (profile !== null) return profile;
  const [first] = files;
  throw new VigieError(
    'import/unknown-format',
    `'${first?.name ?? ''}' is no export that Vigie recognises${first ? ` (found: ${namesIn(first)})` : ''}; choose its profile, or give it ` +
      'columns such as number, opened, state, priority.',
  );
};

const opened = (reader: ProfileReader, profile: Profile, file: InspectedFile): Exclude<Intake, { kind: 'refused' }> => {
  const intake = reader.open(file.name, file.head);
  if (intake.kind !== 'refused') return intake;
  const missing = intake.missing.map((name) => `'${name}'`).join(', ');
  throw new VigieError(
    'import/wrong-profile',
    `'${file.name}' is not what the profile ${profile.id} reads: ${missing} ${intake.missing.length > 1 ? 'are' : 'is'} missing ` +
      `(found: ${namesIn(file)}); choose another profile.`,
  );
};

const inspectAll = async ({ paths, dialects }: CollectInput, signal: AbortSignal): Promise<InspectedFile[]> => {
  const checked = [];
  for (const path of paths) checked.push(await checkFile(path));
  const files: InspectedFile[] = [];
  for (const [index, file] of checked.entries()) files.push(await inspectFile(file, signal, dialects?.[index]));
  return files;
};

/**
 * Reads exports into tickets, in blocks with pauses between them: the worker that does it answers queries meanwhile. A bad line costs
 * that line; throws a VigieError where a whole file cannot be read, and `import/cancelled` where it was stopped.
 */
export const collectTickets = async (input: CollectInput, hooks: CollectHooks): Promise<Collected> => {
  const { signal } = hooks;
  const files = input.files ?? (await inspectAll(input, signal));
  const totalBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  const profile = chosen(files, input.profile);
  const errors = createIssueList();
  const warnings = createIssueList();
  const reader = profile.createReader({
    zone: input.zone,
    tierOf: input.tierOf,
    levelOf: input.levelOf,
    nowMs: input.nowMs,
    ...(input.said === undefined ? {} : { said: input.said }),
    ...(input.onValue === undefined ? {} : { onValue: input.onValue }),
    onError: errors.add,
    onWarning: warnings.add,
  });
  const pause = createPause(signal);
  let bytesBefore = 0;

  const collected: CollectedFile[] = [];
  for (const file of files) {
    const { name, format } = file;
    const intake = opened(reader, profile, file);
    if (intake.kind === 'unused')
      warnings.add({ file: name, line: 1, reason: 'holds nothing that Vigie imports; left out' });
    const onBytes = (bytes: number): void => hooks.onProgress(bytesBefore + bytes, totalBytes);
    const rows = await takeRows(file, intake, { signal, pause, onBytes, onError: errors.add, onWarning: warnings.add });
    bytesBefore += file.sizeBytes;
    hooks.onProgress(bytesBefore, totalBytes);
    const delimiter = file.format === 'csv' ? file.delimiter : null;
    collected.push({ name, format, encoding: file.encoding.name, delimiter, rows });
  }
  const tickets: ImportedTicket[] = [];
  for (const ticket of reader.finish()) {
    if (ticket !== null) tickets.push(ticket);
    await pause();
  }
  return {
    profile: profile.id,
    files: collected,
    rows: collected.reduce((sum, { rows }) => sum + rows, 0),
    tickets,
    errors: errors.kept(),
    warnings: warnings.kept(),
    errorCount: errors.count(),
    warningCount: warnings.count(),
  };
};
