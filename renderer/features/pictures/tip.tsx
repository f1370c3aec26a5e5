import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly lines: readonly {
    readonly key: string;
    readonly sign?: ReactNode;
    readonly label: string;
    readonly value: string;
  }[];
};

/** What a place in a picture stands for: under the pointer, and under the arrow keys. */
export const Tip = ({ title, lines }: Props) => (
  <div className="picture-tip" role="status">
    <strong>{title}</strong>
    <dl>
      {lines.map(({ key, sign, label, value }) => (
        <div key={key}>
          <dt>
            {sign} <bdi>{label}</bdi>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </div>
);
