import type { ReactNode } from 'react';

type Props = {
  readonly language: string;
  /** Whose it is; stands above, on every page. */
  readonly owner: string;
  readonly about: string;
  /** Said where what it shows is made up. */
  readonly sample: string | null;
  readonly title: string;
  /** Null while pages are not counted yet. */
  readonly pageNumber: string | null;
  readonly testId: string;
  readonly children: ReactNode;
};

/** One sheet of A4: whose it is above, the number of the page below. */
export const Paper = ({ language, owner, about, sample, title, pageNumber, testId, children }: Props) => (
  <article className="paper" lang={language} data-testid={pageNumber === null ? undefined : testId}>
    <header>
      <strong>
        <bdi>{owner}</bdi>
      </strong>
      <span>{about}</span>
      {sample === null ? null : <span className="paper-sample">{sample}</span>}
    </header>
    <div className="paper-body">{children}</div>
    <footer>
      <span>{title}</span>
      <span>{pageNumber}</span>
    </footer>
  </article>
);
