import { IconShield, IconShieldCheck, IconShieldX, type Icon } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { Strength } from '../../../shared/access/passphrase.ts';

const ICONS: Readonly<Record<Strength, Icon>> = { weak: IconShieldX, fair: IconShield, good: IconShieldCheck };

/** How well a passphrase would stand, as far as that can be told; its line is there before anything is. */
export const StrengthLine = ({ strength }: { readonly strength: Strength | null }) => {
  const intl = useIntl();
  const Sign = strength === null ? null : ICONS[strength];
  return (
    <p
      className="strength-line form-told"
      role="status"
      data-strength={strength ?? undefined}
      data-testid="passphrase-strength"
    >
      {Sign === null ? null : <Sign size={15} stroke={2} aria-hidden="true" />}
      <span>{strength === null ? '\u00A0' : intl.formatMessage({ id: `people.strength.${strength}` })}</span>
    </p>
  );
};
