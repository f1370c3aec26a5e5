import BetterSqlite from 'better-sqlite3';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

const OF_FILES = [
  ...([
    'open',
    'openSync',
    'readFile',
    'readFileSync',
    'writeFile',
    'writeFileSync',
    'appendFile',
    'appendFileSync',
  ] as const),
  ...([
    'stat',
    'statSync',
    'lstat',
    'lstatSync',
    'access',
    'accessSync',
    'existsSync',
    'readdir',
    'readdirSync',
  ] as const),
  ...([
    'rename',
    'renameSync',
    'rm',
    'rmSync',
    'unlink',
    'unlinkSync',
    'mkdir',
    'mkdirSync',
    'copyFile',
    'copyFileSync',
  ] as const),
] as const;
const OF_SQL = ['prepare', 'exec', 'pragma'] as const;

/** Puts something in a function's place; the result puts it back. */
const replace = (owner: object, name: string, make: (old: AnyFunction) => AnyFunction): (() => void) => {
  const old: unknown = Reflect.get(owner, name);
  if (typeof old !== 'function') return () => {};
  Reflect.set(owner, name, make(old as AnyFunction));
  return () => void Reflect.set(owner, name, old);
};

/** Every path that this process opens or looks at, and every SQL text that it gives to a database, until it is stopped. */
export const spyOnIo = () => {
  const paths = new Set<string>();
  const sql = new Set<string>();
  const heard =
    (into: Set<string>) =>
    (old: AnyFunction): AnyFunction =>
      function told(this: unknown, ...args) {
        for (const each of args.slice(0, 2)) if (typeof each === 'string') into.add(each);
        return old.apply(this, args);
      };
  const undo = [
    ...OF_FILES.flatMap((name) => [replace(fs, name, heard(paths)), replace(fs.promises, name, heard(paths))]),
    ...OF_SQL.map((name) => replace(BetterSqlite.prototype as object, name, heard(sql))),
  ];
  syncBuiltinESMExports();
  return {
    paths,
    sql,
    stop: (): void => {
      for (const each of undo) each();
      syncBuiltinESMExports();
    },
  };
};
