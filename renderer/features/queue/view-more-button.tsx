import { IconChevronDown } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useIntl } from 'react-intl';
import type { ViewEntry } from './view-tabs.tsx';

type Props = {
  readonly hidden: readonly ViewEntry[];
  readonly onClick?: () => void;
  /** Takes the focus when it appears: it stands where the pressed one stood. */
  readonly isFocused?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** Opens the views that found no room. Where the present one is among them it bears its name; else it says how many burn. */
export const MoreButton = ({ hidden, isFocused = false, ref, ...ofMenu }: Props) => {
  const intl = useIntl();
  const shown = hidden.find(({ isShown }) => isShown);
  const burning = hidden.find(({ tone }) => tone === 'breached') ?? hidden.find(({ tone }) => tone !== undefined);
  return (
    <button
      aria-haspopup="menu"
      {...ofMenu}
      ref={ref}
      type="button"
      className="view view-more"
      aria-current={shown === undefined ? undefined : 'true'}
      data-tone={(shown ?? burning)?.tone}
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={isFocused}
      data-testid="view-more"
    >
      <bdi>{shown?.name ?? intl.formatMessage({ id: 'view.more' })}</bdi>
      <span className="count" data-count={shown?.count}>
        {shown === undefined ? `+${hidden.length}` : shown.count === undefined ? '·' : intl.formatNumber(shown.count)}
      </span>
      <IconChevronDown size={12} stroke={2.2} aria-hidden="true" />
    </button>
  );
};
