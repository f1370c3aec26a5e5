import type { FilterProblem } from '../../../shared/queue/filter-text.ts';
import { partsOf } from './typed-filter.ts';

type Props = { readonly text: string; readonly problems: readonly FilterProblem[]; readonly scrollPx: number };

/** What stands behind the typed text: a ground under each field, a line under what cannot be understood. The letters are the input's own. */
export const TypedText = ({ text, problems, scrollPx }: Props) => (
  <div className="typed-ground" aria-hidden="true">
    <div style={{ transform: `translateX(${-scrollPx}px)` }}>
      {partsOf(text, problems).map((part, i) => (
        // Parts have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={i} data-part={part.kind} data-problem={part.isProblem || undefined}>
          {part.text}
        </span>
      ))}
    </div>
  </div>
);
