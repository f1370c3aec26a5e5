import type { LedgerRow, UsedLotRow } from '../../../shared/ipc/expertise-schemas.ts';

export type Payer = { readonly lot: UsedLotRow; readonly minutes: number };

/** Which lots pay for work, in the order in which they do, over all its parts. */
export const drawnByLot = ({ parts }: Pick<LedgerRow, 'parts'>, lots: readonly UsedLotRow[]): Payer[] => {
  const byLot = new Map<string, number>();
  for (const { lotId, minutes } of parts.flatMap(({ draws }) => draws)) {
    byLot.set(lotId, (byLot.get(lotId) ?? 0) + minutes);
  }
  return [...byLot].flatMap(([lotId, minutes]) => {
    const lot = lots.find(({ id }) => id === lotId);
    return lot === undefined ? [] : [{ lot, minutes }];
  });
};
