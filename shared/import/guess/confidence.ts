import type { GuessEvidence } from '../../ipc/import-guess-schemas.ts';

/** Between 0 and 1, to the hundredth: nobody is sure to the thousandth. */
export const confidenceOf = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;

export const because = (
  kind: GuessEvidence['kind'],
  { names = [], count = 0, total = 0 }: Partial<Omit<GuessEvidence, 'kind'>> = {},
): GuessEvidence => ({ kind, names: names.slice(0, 8), count, total });
