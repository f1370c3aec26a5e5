import type { IntlShape } from 'react-intl';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import type { InstantFormat } from '../../../shared/i18n/instant-format.ts';
import type { ConflictRow } from '../../../shared/ipc/coaching-schemas.ts';
import { lengthText, spanText } from './session-words.ts';

const dayOfDate = (intl: IntlShape, date: string): string =>
  intl.formatDate(Date.parse(`${date}T12:00:00Z`), { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });

/** The last day of what ends at an instant, as the ledger counts days. */
const lastDayOf = (intl: IntlShape, endsAtMs: number): string =>
  intl.formatDate(endsAtMs - 1, { timeZone: LEDGER_ZONE, day: 'numeric', month: 'long', year: 'numeric' });

const notEntitled = (intl: IntlShape, conflict: Extract<ConflictRow, { kind: 'notEntitled' }>): string => {
  const { reason, endsAtMs, packMin } = conflict;
  const pack = intl.formatMessage({ id: 'session.conflict.packEntitles' }, { pack: lengthText(intl, packMin) });
  const why =
    reason === 'firstMonthsOver' && endsAtMs !== null
      ? intl.formatMessage({ id: 'session.conflict.firstMonthsOver' }, { day: lastDayOf(intl, endsAtMs) })
      : intl.formatMessage({
          id: reason === 'notDated' ? 'session.conflict.notDated' : 'session.conflict.noExperts',
        });
  return `${why} ${pack}`;
};

const hoursShort = (intl: IntlShape, conflict: Extract<ConflictRow, { kind: 'hoursShort' }>): string => {
  const { neededMin, leftMin, plannedMin, packMin } = conflict;
  return intl.formatMessage(
    { id: plannedMin === 0 ? 'session.conflict.hoursShort' : 'session.conflict.hoursShortPlanned' },
    {
      needed: lengthText(intl, neededMin),
      left: lengthText(intl, leftMin),
      planned: lengthText(intl, plannedMin),
      pack: lengthText(intl, packMin),
    },
  );
};

/** What stands against a session, in a sentence. */
export const conflictSentence = (intl: IntlShape, instants: InstantFormat, conflict: ConflictRow): string => {
  const say = (values: Record<string, string> = {}): string =>
    intl.formatMessage({ id: `session.conflict.${conflict.kind}` }, values);
  switch (conflict.kind) {
    case 'doubleBooking':
      return say({ customer: conflict.customer, at: spanText(instants, conflict) });
    case 'absence':
      return say({ reason: conflict.reason, at: spanText(instants, conflict) });
    case 'portalDown':
    case 'maintenance':
      return say({ platform: conflict.platform, at: spanText(instants, conflict) });
    case 'platformUnknown':
      return say({ at: spanText(instants, conflict) });
    case 'customerBusy':
      return say({ expert: conflict.expert, at: spanText(instants, conflict) });
    case 'publicHoliday':
      return say({ day: dayOfDate(intl, conflict.date) });
    case 'outsideHours':
      return say();
    case 'notEntitled':
      return notEntitled(intl, conflict);
    case 'hoursShort':
      return hoursShort(intl, conflict);
  }
};

/** What blocks first, each thing once: two windows of one night say the same. */
export const inOrderOfWeight = (conflicts: readonly ConflictRow[]): ConflictRow[] => {
  const unlike = new Map(conflicts.map((conflict) => [JSON.stringify(conflict), conflict]));
  return [...unlike.values()].sort((a, b) => Number(a.severity === 'warns') - Number(b.severity === 'warns'));
};
