import type { Zone } from '../../../../shared/calendar/zone.ts';
import { useApp } from '../../../app-context.ts';

const UTC: Zone = { id: 'UTC', changesAtMs: [], offsetsMs: [0] };

/** The desk's zone: what people type as a wall time is meant there. */
export const useZone = (): Zone => {
  const { business } = useApp().rules.calendars;
  return business.kind === 'spans' ? business.zone : UTC;
};
