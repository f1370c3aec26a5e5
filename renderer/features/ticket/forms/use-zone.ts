import type { Zone } from '../../../../shared/calendar/zone.ts';
import { useApp } from '../../../app-context.ts';

/** The desk's zone: what people type as a wall time is meant there. */
export const useZone = (): Zone => useApp().rules.zone;
