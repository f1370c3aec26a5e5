import BetterSqlite from 'better-sqlite3';

type Row = { commandId: string; events: number; wanted: number };

const WHOLE = `SELECT lower(hex(command_id)) AS commandId, count(*) AS events,
    CAST(substr(json_extract(payload, '$.text'), instr(json_extract(payload, '$.text'), ' of ') + 4) AS INTEGER) AS wanted
  FROM event WHERE command_id IS NOT NULL AND kind = 'commented' GROUP BY command_id`;

const VOIDED = `SELECT lower(hex(done.command_id)) AS commandId, count(*) AS events, 0 AS wanted
  FROM event AS undo, json_each(undo.payload, '$.eventIds') AS one
  JOIN event AS done ON done.event_id = unhex(replace(one.value, '-', ''))
  WHERE undo.kind = 'voided' GROUP BY done.command_id`;

const countsOf = (rows: readonly Row[]): ReadonlyMap<string, number> =>
  new Map(rows.map(({ commandId, events }) => [commandId, events]));

/**
 * What is wrong with commands whose notes say `… of N`: one that is not whole, one that was acknowledged (`command` or `undo`, its id, N) and
 * is not there, an undo that took less than all of its command.
 */
export const commandFaults = (path: string, acks: readonly (readonly string[])[]): string[] => {
  const db = new BetterSqlite(path, { fileMustExist: true });
  try {
    const rows = db.prepare<[], Row>(WHOLE).all();
    const whole = countsOf(rows);
    const voided = countsOf(db.prepare<[], Row>(VOIDED).all());
    return [
      ...rows.flatMap(({ commandId, events, wanted }) =>
        events === wanted ? [] : [`${commandId} has ${events} of ${wanted} events`],
      ),
      ...[...voided].flatMap(([id, count]) =>
        whole.get(id) === count ? [] : [`${count} of ${whole.get(id) ?? 0} events of ${id} are undone`],
      ),
      ...acks.flatMap(([kind, id = '', count]) => {
        if (kind !== 'command' && kind !== 'undo') return [];
        const there = (kind === 'command' ? whole : voided).get(id.replaceAll('-', ''));
        return there === Number(count)
          ? []
          : [`${kind} ${id} of ${count} was acknowledged, and ${there ?? 0} are there`];
      }),
    ];
  } finally {
    db.close();
  }
};
