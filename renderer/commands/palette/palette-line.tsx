import { IconBolt, IconBuilding, IconChevronRight, IconTicket, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { clip, SHOWN_IN_LINE } from '../../../shared/text/clip.ts';
import { entitlementShort } from '../../features/customers/entitlement-words.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { CommandKey } from '../command-key.tsx';
import type { PaletteItem } from './palette-item.ts';

const ICONS = {
  command: IconChevronRight,
  ticket: IconTicket,
  customer: IconBuilding,
  person: IconUser,
  macro: IconBolt,
} as const;

const Count = ({ count }: { readonly count: number }) => (
  <span className="quiet">{useIntl().formatMessage({ id: 'palette.open' }, { count })}</span>
);

const Words = ({ item }: { readonly item: PaletteItem }): ReactNode => {
  const intl = useIntl();
  switch (item.kind) {
    case 'command':
      return (
        <>
          <span className="palette-name">{item.names[0]}</span>
          <CommandKey id={item.command.id} />
        </>
      );
    case 'ticket':
      return (
        <>
          <bdi className="palette-reference">{clip(item.row.reference, SHOWN_IN_LINE)}</bdi>
          <bdi className="palette-name">{clip(item.row.title ?? '', SHOWN_IN_LINE)}</bdi>
          <bdi className="quiet palette-side">{item.row.customer}</bdi>
          <span className="quiet">{intl.formatMessage({ id: `state.${item.row.state}` })}</span>
        </>
      );
    case 'customer':
      return (
        <>
          <bdi className="palette-name">{item.customer.name}</bdi>
          <span className="quiet palette-side">{entitlementShort(intl, item.customer.entitlement)}</span>
          <Count count={item.customer.openTickets} />
          <TierBadge tier={item.customer.tier} />
        </>
      );
    case 'person':
      return (
        <>
          <bdi className="palette-name">{item.person.name}</bdi>
          <Count count={item.person.openTickets} />
        </>
      );
    case 'macro':
      return <bdi className="palette-name">{item.macro.name}</bdi>;
  }
};

/** What one line of the palette shows. */
export const PaletteLine = ({ item }: { readonly item: PaletteItem }) => {
  const Icon = ICONS[item.kind];
  return (
    <>
      <Icon size={15} stroke={1.8} aria-hidden="true" />
      <Words item={item} />
    </>
  );
};
