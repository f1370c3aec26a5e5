import { localToInstant, offsetAt, type Zone } from '../../../shared/calendar/zone.ts';
import type { MaintenanceExceptionRow, MaintenanceWindowRow } from '../../../shared/ipc/maintenance-calls.ts';
import { MAINTAINED_COMPONENTS } from '../../../shared/maintenance/maintenance-rule.ts';
import type { Platform } from '../../../shared/ticket/ticket.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';

type Window = Omit<MaintenanceWindowRow, 'platform' | 'exception' | 'customerId'> & {
  readonly platforms: readonly Platform[];
};

/** A line of the list. Platforms that have the same window stand together. */
export type WindowLine = { readonly key: string; readonly startMs: InstantMs } & (
  | (Window & {
      readonly kind: 'held';
      readonly exceptionId: number | null;
      /** Why it is moved or added, and for whom; null where that is not asked for. */
      readonly exception: MaintenanceExceptionRow | null;
    })
  /** What the rules give and an exception cancels or moves away. */
  | (Window & { readonly kind: 'gone'; readonly exception: MaintenanceExceptionRow })
  /** A Wednesday on which no rule gives a window; its start is the local midnight. */
  | { readonly kind: 'none'; readonly isSecondOfFive: boolean }
);

export type HeldLine = Extract<WindowLine, { kind: 'held' }>;
export type GoneLine = Extract<WindowLine, { kind: 'gone' }>;

const WEDNESDAY = 3;
const FIVE_WEEKS_MS = 28 * DAY_MS;

const isSamePlan = (line: HeldLine, window: MaintenanceWindowRow): boolean =>
  line.startMs === window.startMs &&
  line.endMs === window.endMs &&
  line.rule === window.rule &&
  line.isScopeConfirmed === window.isScopeConfirmed &&
  line.impact === window.impact &&
  line.exceptionId === (window.exception?.id ?? null) &&
  line.components.join() === window.components.join();

/** Windows as lines: one for all platforms that have the same. */
export const heldLines = (
  windows: readonly MaintenanceWindowRow[],
  exceptions: readonly MaintenanceExceptionRow[],
): HeldLine[] => {
  const lines: HeldLine[] = [];
  for (const window of windows) {
    const at = lines.findIndex((line) => isSamePlan(line, window));
    const same = lines[at];
    if (same !== undefined) {
      lines[at] = { ...same, platforms: [...same.platforms, window.platform] };
      continue;
    }
    const { platform, exception, customerId: _whose, ...plan } = window;
    const exceptionId = exception?.id ?? null;
    const whole = exceptions.find(({ id }) => id === exceptionId) ?? null;
    const key = `${plan.startMs}-${platform}-${plan.rule}-${exceptionId ?? ''}`;
    lines.push({ ...plan, kind: 'held', key, platforms: [platform], exceptionId, exception: whole });
  }
  return lines;
};

type Order = {
  /** As the core gives them for the chosen customer, or for all. */
  readonly windows: readonly MaintenanceWindowRow[];
  readonly exceptions: readonly MaintenanceExceptionRow[];
  /** The chosen customer; null shows the exceptions of every one. */
  readonly customerId: number | null;
  readonly platform: Platform | null;
  readonly fromMs: InstantMs;
  readonly toMs: InstantMs;
  /** The windows that the rules let begin at an instant, whatever is otherwise. */
  readonly regularAt: (ms: InstantMs) => readonly Window[];
  readonly zone: Zone;
};

/** What exceptions take away, and what they give to one customer while all are looked at. */
const exceptionLines = ({ exceptions, customerId, fromMs, toMs, regularAt }: Order): (HeldLine | GoneLine)[] =>
  exceptions
    .filter(
      ({ revoked, customerId: whose }) => revoked === null && (whose === null || [whose, null].includes(customerId)),
    )
    .flatMap((exception): (HeldLine | GoneLine)[] => {
      const { id, ofStartMs, startMs, endMs, platforms, customerId: whose } = exception;
      const meant =
        ofStartMs === null
          ? []
          : regularAt(ofStartMs).filter((plan) => plan.platforms.some((platform) => platforms.includes(platform)));
      const gone = meant.map((plan): GoneLine => {
        const own = plan.platforms.filter((platform) => platforms.includes(platform));
        return { ...plan, kind: 'gone', key: `gone-${id}-${plan.rule}`, platforms: own, exception };
      });
      const like = meant[0];
      const isShownOtherwise = whose === null || customerId !== null || startMs === null || endMs === null;
      const given: HeldLine[] = isShownOtherwise
        ? []
        : [
            {
              ...{ kind: 'held', key: `own-${id}`, startMs, endMs, platforms, exceptionId: id, exception },
              ...{ rule: like?.rule ?? 'exception', isScopeConfirmed: true, impact: like?.impact ?? null },
              components: like?.components ?? [...MAINTAINED_COMPONENTS],
            },
          ];
      return [...gone, ...given].filter((line) => line.startMs < toMs && line.endMs > fromMs);
    });

const noneLines = ({ fromMs, toMs, zone }: Order, others: readonly (HeldLine | GoneLine)[]): WindowLine[] => {
  const localDay = (ms: InstantMs): number => Math.floor((ms + offsetAt(zone, ms)) / DAY_MS) * DAY_MS;
  const taken = new Set(others.map(({ startMs }) => localDay(startMs)));
  const lines: WindowLine[] = [];
  for (let day = localDay(fromMs); day < toMs + DAY_MS; day += DAY_MS) {
    const startMs = localToInstant(zone, day);
    if (new Date(day).getUTCDay() !== WEDNESDAY || taken.has(day) || startMs < fromMs || startMs >= toMs) continue;
    const date = new Date(day);
    const firstMs = day - 7 * DAY_MS;
    const isSecond = date.getUTCDate() > 7 && date.getUTCDate() <= 14;
    const isOfFive = new Date(firstMs + FIVE_WEEKS_MS).getUTCMonth() === date.getUTCMonth();
    lines.push({ kind: 'none', key: `none-${day}`, startMs, isSecondOfFive: isSecond && isOfFive });
  }
  return lines;
};

/** Everything that the list shows within a span, in order of time; what an exception took away before what is held. */
export const windowLines = (order: Order): WindowLine[] => {
  const { platform, windows, exceptions } = order;
  const ofPlatform = <Line extends HeldLine | GoneLine>(lines: readonly Line[]): Line[] =>
    platform === null
      ? [...lines]
      : lines
          .filter(({ platforms }) => platforms.includes(platform))
          .map((line) => ({ ...line, platforms: [platform] }));
  const lines = ofPlatform([...exceptionLines(order), ...heldLines(windows, exceptions)]);
  return [...lines, ...noneLines(order, lines)].sort((a, b) => a.startMs - b.startMs);
};

export type WindowMonth = { readonly key: string; readonly startMs: InstantMs; readonly lines: readonly WindowLine[] };

/** Lines by the local month in which they begin. */
export const byMonth = (lines: readonly WindowLine[], zone: Zone): WindowMonth[] => {
  const months: { key: string; startMs: InstantMs; lines: WindowLine[] }[] = [];
  for (const line of lines) {
    const key = new Date(line.startMs + offsetAt(zone, line.startMs)).toISOString().slice(0, 7);
    const last = months.at(-1);
    if (last?.key === key) last.lines.push(line);
    else months.push({ key, startMs: line.startMs, lines: [line] });
  }
  return months;
};

/** The instant at which a local month begins, so many months from that of an instant. */
export const monthStart = (zone: Zone, ms: InstantMs, months: number): InstantMs => {
  const local = new Date(ms + offsetAt(zone, ms));
  return localToInstant(zone, Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, 1));
};

/** The instant at which the local day of an instant begins. */
export const dayStart = (zone: Zone, ms: InstantMs): InstantMs =>
  localToInstant(zone, Math.floor((ms + offsetAt(zone, ms)) / DAY_MS) * DAY_MS);
