import type { ReactNode } from 'react';

type Props = {
  readonly label: string;
  /** Null until they are cut. */
  readonly pageCount: number | null;
  readonly className?: string;
  readonly testId: string;
  readonly children: ReactNode;
};

/** Pages as they are printed; they scroll in it. */
export const PaperPreview = ({ label, pageCount, className = '', testId, children }: Props) => (
  <section
    className={`paper-preview ${className}`.trimEnd()}
    // It scrolls, so keys must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    tabIndex={0}
    aria-label={label}
    data-testid={testId}
    data-pages={pageCount ?? undefined}
  >
    {children}
  </section>
);
