import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

const format = new Intl.DateTimeFormat('en-CA', { timeZone: LEDGER_ZONE });

/** The day of an instant as files are named: `2026-11-24`. */
export const dateOf = (ms: InstantMs): string => format.format(ms);
