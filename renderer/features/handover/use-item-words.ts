import { useIntl } from 'react-intl';
import type { HandoverItem, Signature } from '../../../shared/handover/handover.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';

type At = Pick<HandoverItem, 'section' | 'atMs'>;

/** Instants of a handover in words: with their day, for it is read on other days too; the zone is named once, in its head. */
export const useItemWords = () => {
  const intl = useIntl();
  const { instants, isForeignZone } = useApp();
  const at = instants.due;
  const zoned = (ms: InstantMs): string => (isForeignZone ? `${at(ms)} ${instants.zoneName(ms)}` : at(ms));
  return {
    at,
    /** With the zone's name where this machine has another. */
    zoned,
    /** What an item's instant is: due, waiting since, begins. `asOfMs`: when the handover was begun. */
    when: ({ section, atMs }: At, asOfMs: InstantMs): string | null => {
      if (atMs === null) return null;
      const said = section === 'openP1' && atMs < asOfMs ? 'breached' : section;
      return intl.formatMessage({ id: `handover.at.${said}` }, { at: at(atMs) });
    },
    /** `Ada, Mon 23 Nov 14:02` */
    signature: ({ by, atMs }: Signature): string =>
      intl.formatMessage({ id: 'handover.signature' }, { by, at: at(atMs) }),
    /** `Ada 14:02`, where the day is known from what stands around it. */
    near: ({ by, atMs }: Signature, fromMs: InstantMs): string => `${by} ${instants.near(atMs, fromMs)}`,
  };
};
