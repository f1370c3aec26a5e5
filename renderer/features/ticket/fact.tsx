import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { clip, SHOWN_IN_LINE } from '../../../shared/text/clip.ts';
import { Unknown } from '../../ui/unknown.tsx';

type Props = {
  readonly name: string;
  readonly children: ReactNode;
  /** Opens the form that changes it; absent where it cannot be changed. */
  readonly onEdit?: (() => void) | undefined;
  readonly isWide?: boolean;
  readonly testId?: string;
};

/** One thing that is known of a ticket; where it can be changed, a press opens the form for it. */
export const Fact = ({ name, children, onEdit, isWide = false, testId }: Props) => {
  const intl = useIntl();
  return (
    <div data-wide={isWide || undefined} data-testid={testId}>
      <dt>{name}</dt>
      <dd>
        {onEdit === undefined ? (
          children
        ) : (
          <button
            type="button"
            className="fact-edit"
            onClick={onEdit}
            title={intl.formatMessage({ id: 'page.change' }, { fact: name })}
          >
            <span className="fact-value">{children}</span>
            <IconPencil size={11} stroke={2} aria-hidden="true" />
            <span className="sr-only">{intl.formatMessage({ id: 'page.change' }, { fact: name })}</span>
          </button>
        )}
      </dd>
    </div>
  );
};

/** A text as its author wrote it; unknown where there is none. */
export const factText = (value: string | null): ReactNode =>
  value === null || value === '' ? (
    <Unknown />
  ) : (
    <bdi title={clip(value, SHOWN_IN_LINE)}>{clip(value, SHOWN_IN_LINE)}</bdi>
  );
