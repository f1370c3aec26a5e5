import { IconChevronDown } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useIntl } from 'react-intl';
import type { ListFilter } from '../../state/queue-filters.ts';
import { useUiStore } from '../../state/ui-store.ts';

type Props = {
  readonly name: ListFilter;
  readonly isOpen: boolean;
  readonly onPress: () => void;
  /** Takes the focus when it appears: it stands where the pressed one stood. */
  readonly isFocused?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** The button that opens a filter's choices, and how many are chosen. What else it is given belongs to the popover it opens. */
export const FilterButton = ({ name, isOpen, onPress, isFocused = false, ref, ...ofPopover }: Props) => {
  const intl = useIntl();
  const chosen = useUiStore(({ filter }) => filter[name].length);
  return (
    <button
      {...ofPopover}
      ref={ref}
      type="button"
      className="filter-button"
      aria-expanded={isOpen}
      aria-haspopup="dialog"
      data-chosen={chosen > 0 || undefined}
      data-testid={`filter-${name}`}
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={isFocused}
      onClick={onPress}
    >
      {intl.formatMessage({ id: `filter.${name}` })}
      {chosen > 0 ? <span className="count">{chosen}</span> : null}
      <IconChevronDown size={12} stroke={2.2} aria-hidden="true" />
    </button>
  );
};
