import { createContext, use, useId, type ReactNode } from 'react';
import type { Fill, Series } from './picture-data.ts';

const SIDE = 6;

/** What is drawn over the tone, in the colour of the ground. */
const MARKS: Readonly<Record<Fill, ReactNode>> = {
  solid: null,
  hollow: null,
  rising: <path d="M-1,7 L7,-1 M-1,1 L1,-1 M5,7 L7,5" />,
  falling: <path d="M-1,-1 L7,7 M5,-1 L7,1 M-1,5 L1,7" />,
  grid: <path d="M0,3 H6 M3,0 V6" />,
  level: <path d="M0,3 H6" />,
  dots: <circle cx="3" cy="3" r="0.8" />,
};

const FillScope = createContext('');

/** Where a series takes its fill from. */
export const useFillOf = (): ((series: Pick<Series, 'key' | 'fill'>) => string) => {
  const scope = use(FillScope);
  return ({ key, fill }) => (fill === 'hollow' ? 'transparent' : `url(#${scope}-${key})`);
};

/** Makes the fills of some series: a tone with a mark of its own, so that they are told apart without colours. */
export const Fills = ({ series, children }: { readonly series: readonly Series[]; readonly children: ReactNode }) => {
  const scope = useId();
  return (
    <FillScope value={scope}>
      <svg width="0" height="0" className="picture-fills" aria-hidden="true">
        <defs>
          {series.map(({ key, tone, fill }) => (
            <pattern key={key} id={`${scope}-${key}`} width={SIDE} height={SIDE} patternUnits="userSpaceOnUse">
              <rect width={SIDE} height={SIDE} style={{ fill: `var(${tone})` }} />
              <g className="fill-mark">{MARKS[fill]}</g>
            </pattern>
          ))}
        </defs>
      </svg>
      {children}
    </FillScope>
  );
};

/** A small piece of a series, as it looks in the picture. */
export const Swatch = ({ series }: { readonly series: Series }) => {
  const fillOf = useFillOf();
  return (
    <svg width="14" height="11" className="picture-swatch" aria-hidden="true">
      <rect
        x="0.5"
        y="0.5"
        width="13"
        height="10"
        rx="1.5"
        fill={fillOf(series)}
        style={{ stroke: `var(${series.tone})` }}
      />
    </svg>
  );
};
