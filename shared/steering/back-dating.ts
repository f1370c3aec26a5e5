import { DAY_MS } from '../time/instant.ts';

/** How many days back somebody who is no lead may record something as having happened; null: as far as they like. */
export type BackDatingRules = { readonly ticketDays: number; readonly workDays: number | null };

/** Both are our default: the offer says nothing of it. Closed months limit work besides. */
export const DEFAULT_BACK_DATING: BackDatingRules = { ticketDays: 7, workDays: 62 };

/** In milliseconds; infinite where there is no limit. */
export const backDatingMs = (days: number | null): number => (days === null ? Infinity : days * DAY_MS);
