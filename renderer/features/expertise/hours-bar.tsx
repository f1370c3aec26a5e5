type Props = { readonly usedMin: number; readonly minutes: number };

/** How much of a lot is used, as a picture beside its figures. */
export const HoursBar = ({ usedMin, minutes }: Props) => (
  <span className="hours-bar" aria-hidden="true" data-empty={usedMin >= minutes || undefined}>
    <span style={{ width: `${minutes === 0 ? 0 : Math.min(100, (usedMin / minutes) * 100)}%` }} />
  </span>
);
