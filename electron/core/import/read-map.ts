import { toldText } from '../../../shared/import/cell.ts';
import { foldName } from '../../../shared/import/columns.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { TierId } from '../../../shared/sla/policy.ts';
import { LEVELS, type Level } from '../../../shared/ticket/ticket.ts';
import { checkFile } from './check-file.ts';
import { inspectFile } from './inspect-file.ts';
import { shortReason } from './issue-list.ts';
import { createCsvReader } from './read-csv.ts';
import { namesFound } from './names-found.ts';
import { readText } from './read-text.ts';
import { looksLikeMojibake, repairMojibake } from './repair-mojibake.ts';

type MapShape<Value> = {
  readonly keys: readonly string[];
  readonly values: readonly string[];
  /** Null where the text names no value. */
  readonly read: (text: string) => Value | null;
  /** What a value may be, for a message. */
  readonly allowed: string;
};

/** Hears which key stands on which line. */
type OnEntry = (key: string, line: number) => void;

const indexOfAny = (header: readonly string[], names: readonly string[]): number =>
  header.findIndex((name) => names.includes(foldName(name)));

/** A table of two named columns as a map; throws a VigieError `import/bad-map` that names the line. */
const readMap = async <Value>(
  path: string,
  shape: MapShape<Value>,
  onEntry: OnEntry = () => undefined,
): Promise<Map<string, Value>> => {
  const signal = new AbortController().signal;
  const file = await inspectFile(await checkFile(path), signal);
  const [keyName = '', value = ''] = [shape.keys[0], shape.values[0]];
  const wrong = (reason: string): VigieError =>
    new VigieError('import/bad-map', `'${file.name}' ${shortReason(reason)}`);
  if (file.format !== 'csv') throw wrong(`is not a table: it needs the columns ${keyName},${value}.`);
  const keyAt = indexOfAny(file.head.names, shape.keys);
  const valueAt = indexOfAny(file.head.names, shape.values);
  if (keyAt < 0 || valueAt < 0) {
    throw wrong(`needs the columns ${keyName},${value} (found: ${namesFound(file.head.names)}).`);
  }
  const entries = new Map<string, Value>();
  let isHeader = true;
  const csv = createCsvReader(
    file.delimiter,
    {
      onRecord: (cells, line) => {
        if (isHeader) {
          isHeader = false;
          return;
        }
        const [name, told] = [toldText(cells[keyAt]), toldText(cells[valueAt])];
        if (name === null) throw wrong(`names no ${keyName} on line ${line}.`);
        const read = told === null ? null : shape.read(told);
        if (read === null)
          throw wrong(`says '${told ?? ''}' on line ${line}, which is no ${value}; use ${shape.allowed}.`);
        const key = looksLikeMojibake(name) ? repairMojibake(name) : name;
        entries.set(key, read);
        onEntry(key, line);
      },
      onBadLine: (line, reason) => {
        throw wrong(`cannot be read on line ${line}: it ${reason}.`);
      },
    },
    file.hasDeclaration ? 2 : 1,
  );
  let isDeclared = file.hasDeclaration;
  for await (const block of readText(file, file.encoding, { signal, onBytes: () => undefined })) {
    csv.push(isDeclared ? block.slice(block.indexOf('\n') + 1) : block);
    isDeclared = false;
  }
  csv.end();
  return entries;
};

/** `customer,tier`: the tier of each customer. `tiers` are those that Vigie knows. */
export const readTierMap = (path: string, tiers: readonly TierId[], onEntry?: OnEntry): Promise<Map<string, TierId>> =>
  readMap(
    path,
    {
      keys: ['customer', 'client', 'cliente'],
      values: ['tier', 'niveau', 'niveaudesupport', 'supporttier', 'nivel'],
      read: (text) => tiers.find((tier) => foldName(tier) === foldName(text)) ?? null,
      allowed: tiers.join(', '),
    },
    onEntry,
  );

const readLevel = (text: string): Level | null => {
  const digit = /^(?:l|n|level|niveau|nivel)?([123])$/.exec(foldName(text))?.[1];
  return LEVELS.find((level) => level === `L${digit}`) ?? null;
};

/** `group,level`: the support level of each group, written `L2`, `2` or `N2`. */
export const readLevelMap = (path: string): Promise<Map<string, Level>> =>
  readMap(path, {
    keys: ['group', 'groupe', 'grupo', 'assignmentgroup'],
    values: ['level', 'niveau', 'nivel', 'supportlevel'],
    read: readLevel,
    allowed: LEVELS.join(', '),
  });
