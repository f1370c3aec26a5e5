import {
  IconAlertOctagon,
  IconArrowUpRight,
  IconClock,
  IconClockExclamation,
  IconHeadset,
  IconHourglass,
  IconNote,
  IconPhone,
  IconTool,
  type Icon,
} from '@tabler/icons-react';
import type { HandoverSection } from '../../../shared/handover/handover.ts';

const SIGNS: Readonly<Record<HandoverSection, Icon>> = {
  openP1: IconAlertOctagon,
  breached: IconClockExclamation,
  due: IconClock,
  escalation: IconArrowUpRight,
  callBack: IconPhone,
  waiting: IconHourglass,
  engagement: IconHeadset,
  window: IconTool,
  note: IconNote,
};

/** The sign of a section of a handover; its name stands beside it. */
export const SectionSign = ({ section }: { readonly section: HandoverSection }) => {
  const Sign = SIGNS[section];
  return <Sign size={15} stroke={1.9} aria-hidden="true" className="ho-section-sign" data-sign={section} />;
};
