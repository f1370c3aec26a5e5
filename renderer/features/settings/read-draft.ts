import { PRIORITIES, type Policy, type Priority, type TargetRow } from '../../../shared/sla/policy.ts';
import { TARGET_KINDS, type PolicyDraft } from './policy-draft.ts';
import { readOfferDraft, type OfferProblem } from './offer-draft.ts';
import { readBackDating, type BackDatingProblem } from './back-dating-draft.ts';
import { isZone } from './is-zone.ts';
import { readMaintenanceDraft, type MaintenanceProblem } from './maintenance-draft.ts';
import { readWeek } from './read-week.ts';
import { parseSpan, parseSpanOrNone } from './span-text.ts';

/** What is wrong with what was typed; each has a sentence in both languages. */
export type Problem =
  | 'span'
  | 'wall'
  | 'order'
  | 'overlap'
  | 'neverOpen'
  | 'zone'
  | 'percent'
  | 'left'
  | OfferProblem
  | MaintenanceProblem
  | BackDatingProblem;

/** The policy that a draft comes to, and what is wrong by place: `resolution.P1.gold`, `week.1.0`, `week`, `request`, `zone`, `hours.gold`, `cell.price.gold`, `maintenance.0.start`. */
export type ReadDraft = { readonly policy: Policy | null; readonly problems: ReadonlyMap<string, Problem> };

const MINUTES_A_DAY = 1_440;

/** A draft as far as it can be read, to be shown while it is wrong, and what is wrong. */
export const readClosest = (
  draft: PolicyDraft,
): { readonly closest: Policy; readonly problems: ReadonlyMap<string, Problem> } => {
  const problems = new Map<string, Problem>();
  const spanAt = (place: string, text: string): number => {
    const minutes = parseSpan(text);
    if (minutes === null) problems.set(place, 'span');
    return minutes ?? 0;
  };
  const rowsOf = (kind: (typeof TARGET_KINDS)[number]): Policy['resolution'] => {
    const row = (priority: Priority): TargetRow => {
      const { calendar, source, targets } = draft[kind][priority];
      const read = draft.tiers.map((tier): [string, number | null] => {
        const typed = targets[tier] ?? null;
        return [tier, typed === null ? null : spanAt(`${kind}.${priority}.${tier}`, typed)];
      });
      return { calendar, source, targetMin: Object.fromEntries(read) };
    };
    const [P1, P2, P3, P4] = PRIORITIES;
    return { P1: row(P1), P2: row(P2), P3: row(P3), P4: row(P4) };
  };
  const week = readWeek(draft.week, (place, problem) => void problems.set(place, problem));
  if (week.length === 0) problems.set('week', 'neverOpen');
  if (!isZone(draft.zone.trim())) problems.set('zone', 'zone');
  const percent = Number(draft.fromPercent.trim().replace('%', ''));
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) problems.set('fromPercent', 'percent');
  const p1LeftMin = parseSpanOrNone(draft.p1Left) ?? -1;
  if (p1LeftMin < 0 || p1LeftMin > MINUTES_A_DAY) problems.set('p1Left', 'left');
  const closest: Policy = {
    tiers: draft.tiers,
    business: {
      zone: draft.zone.trim(),
      week: Object.fromEntries(week),
      ...(draft.closures.length === 0 ? {} : { closures: draft.closures }),
    },
    resolution: rowsOf('resolution'),
    firstResponse: rowsOf('firstResponse'),
    requestFirstResponse: {
      calendar: draft.request.calendar,
      targetMin: spanAt('request', draft.request.target),
    },
    atRisk: { fromPercent: percent, p1LeftMin },
    ...readOfferDraft(draft, draft.tiers, (place, problem) => void problems.set(place, problem)),
    ...readBackDating(draft, (place, problem) => void problems.set(place, problem)),
    ...readMaintenanceDraft(draft, (place, problem) => void problems.set(place, problem)),
  };
  return { closest, problems };
};

/** Reads a draft as the policy that would be saved. */
export const readDraft = (draft: PolicyDraft): ReadDraft => {
  const { closest, problems } = readClosest(draft);
  return { policy: problems.size === 0 ? closest : null, problems };
};
