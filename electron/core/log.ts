export type LogLevel = 'info' | 'warn' | 'error';
/** What a log line says beside its event: flat, and never ticket text. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;
/** One structured line. `event` is a fixed name such as `db/opened`, never a sentence with values in it. */
export type Log = (level: LogLevel, event: string, facts?: LogFacts) => void;

export const silentLog: Log = () => {};

/** The facts of a thrown value for the log. */
export const errorFacts = (error: unknown): LogFacts =>
  error instanceof Error
    ? { error: error.name, message: error.message, stack: error.stack ?? null }
    : { error: 'thrown value', message: String(error) };
