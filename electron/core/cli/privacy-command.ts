import { existsSync, rmSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { ErasureTarget, HeldCopies, PersonalData } from '../../../shared/ipc/privacy-calls.ts';
import { formatInstant } from '../../../shared/time/instant.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { createBackupFolder } from '../backup/backup-folder.ts';
import { takeAlone } from '../backup/restore-database.ts';
import { NO_HOOKS } from '../backup/steps.ts';
import { makePrivateFolder, refuseExisting } from '../backup/whole-file.ts';
import { machineClock } from '../clock.ts';
import type { Core } from '../core.ts';
import { heldCopiesBefore, removeCopy } from '../privacy/held-copies.ts';
import { readArguments, required, usageError, type Command } from './arguments.ts';
import { customerNamed } from './customer-named.ts';
import { askCore } from './read-core.ts';

type Values = { readonly customer?: string | undefined; readonly person?: string | undefined };

const targetOf = (core: Core, { customer, person }: Values, path: string): ErasureTarget => {
  if ((customer === undefined) === (person === undefined)) throw usageError('Name one: --customer or --person.');
  if (customer !== undefined) return { kind: 'customer', id: customerNamed(core, customer, path) };
  return { kind: 'person', text: required(person, 'person') };
};

const toText = ({ name, ...counts }: PersonalData): string =>
  [name, ...Object.entries(counts).map(([what, count]) => `  ${what}: ${String(count)}`), ''].join('\n');

const copiesText = ({ copies, lastErasureAtMs, isPurgeOwed }: HeldCopies): string => {
  if (lastErasureAtMs === null) return 'Nothing was ever erased in it.\n';
  const owed = isPurgeOwed ? ['What was erased may still lie in its file: close Vigie, then do this again.'] : [];
  const head = copies.length === 0 ? 'No copy is older than the last erasure.' : 'These still hold what was erased:';
  const list = copies.map(({ id, kind, madeAtMs }) => `  ${id} (${kind}, ${formatInstant(madeAtMs)})`);
  return [...owed, head, ...list, ''].join('\n');
};

/** The window's answers of its last quit may hold what is erased now. */
const forgetAnswers = (path: string): void => rmSync(join(dirname(path), 'first-answers.json'), { force: true });

const replace = async (path: string): Promise<void> => {
  const { lastErasureAtMs } = await askCore(path, (core) => core.privacy.copies());
  if (lastErasureAtMs === null) return;
  const old = heldCopiesBefore(path, lastErasureAtMs);
  const folder = createBackupFolder(path);
  makePrivateFolder(folder.folder);
  const to = folder.newPath('manual', machineClock.nowMs());
  folder.note(to, await makeBackup(path, to, NO_HOOKS));
  for (const copy of old) removeCopy(copy);
};

/** `privacy`: what is recorded of a customer or a person, given out or erased; copies that still hold what was erased. */
export const privacyCommand: Command = async ([act, ...args], terminal) => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = readArguments({
    args: [...args],
    options: {
      ...{ db: text, to: text, customer: text, person: text, reason: text },
      ...{ yes: flag, json: flag, replace: flag },
    },
  });
  const path = required(values.db, 'db');
  const print = (value: object, plain: string): void =>
    terminal.out(values.json === true ? `${JSON.stringify(value)}\n` : plain);
  if (act === 'export') {
    const to = required(values.to, 'to');
    refuseExisting(to);
    const lines = await askCore(path, (core) => core.privacy.exportTo(targetOf(core, values, path), to));
    print({ to, lines }, `${to}: ${String(lines)} lines\n`);
    return 0;
  }
  if (act === 'copies') {
    if (values.replace === true) await replace(path);
    const copies = await askCore(
      path,
      (core) => (core.privacy.purge.isOwed() && core.privacy.purge.run(), core.privacy.copies()),
    );
    print(copies, copiesText(copies));
    return 0;
  }
  if (act !== 'erase') throw usageError(`'${act ?? ''}' is none of export, erase and copies.`);
  const reason = required(values.reason, 'reason');
  if (values.yes === true && existsSync(path)) takeAlone(path);
  return askCore(path, async (core) => {
    const target = targetOf(core, values, path);
    const preview = await core.privacy.preview(target);
    if (values.yes !== true) {
      print(
        { preview },
        `${toText(preview)}Nothing was changed. With --yes it is redacted, and nothing brings it back.\n`,
      );
      return 0;
    }
    const by = { actor: userInfo().username, workstation: hostname(), recordedAtMs: machineClock.nowMs() };
    const done = await core.privacy.erase(target, reason, by);
    forgetAnswers(path);
    const copies = core.privacy.copies();
    print({ preview, ...done, ...copies }, `${toText(preview)}It is redacted.\n${copiesText(copies)}`);
    return 0;
  });
};
