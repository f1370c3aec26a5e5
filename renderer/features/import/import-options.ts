import { IMPORT_PROFILES } from '../../../shared/ipc/import-profiles.ts';
import type { FileSelection, ImportProfile, ImportRequest } from '../../../shared/ipc/import-schemas.ts';

export const PROFILES = ['auto', ...IMPORT_PROFILES] as const satisfies readonly ImportRequest['profile'][];

/** What the user chose in the dialog. `zone` is null while the profile's own default holds. */
export type ImportOptions = {
  readonly profile: ImportRequest['profile'];
  readonly zone: string | null;
  readonly tierMap: FileSelection | null;
  readonly levelMap: FileSelection | null;
};

export const FIRST_OPTIONS: ImportOptions = { profile: 'auto', zone: null, tierMap: null, levelMap: null };

export const machineZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** ServiceNow writes its times in UTC; other desks write those of the machine that exported them, as far as anyone can tell. */
export const defaultZone = (profile: ImportRequest['profile'] | ImportProfile): string =>
  profile === 'servicenow' || profile === 'servicenow-log' ? 'UTC' : machineZone();

/** The zones to choose from: UTC and this machine's first. */
export const zoneChoices = (): string[] => [...new Set(['UTC', machineZone(), ...Intl.supportedValuesOf('timeZone')])];

/** The call for a choice. `detected` is the profile that 'auto' stands for, once it is known, and `likelyZone` the likeliest of its zones. */
export const toRequest = (
  selection: FileSelection,
  { profile, zone, tierMap, levelMap }: ImportOptions,
  detected: ImportProfile | null,
  likelyZone: string | null = null,
): ImportRequest => ({
  selectionId: selection.selectionId,
  profile,
  zone:
    zone ??
    (profile === 'auto' ? likelyZone : null) ??
    defaultZone(profile === 'auto' ? (detected ?? 'auto') : profile),
  tierMapId: tierMap?.selectionId ?? null,
  levelMapId: levelMap?.selectionId ?? null,
});
