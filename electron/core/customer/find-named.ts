import { foldText } from '../../../shared/search/find-words.ts';

/** How well a name fits what was typed: 0 begins with it, 1 has a word that does, 2 contains it; null does not. */
const fit = (name: string, typed: string): number | null => {
  const at = name.indexOf(typed);
  if (at < 0) return null;
  if (at === 0) return 0;
  return name.includes(` ${typed}`) ? 1 : 2;
};

type Named = { readonly name: string; readonly openTickets: number };

/** Those whose name contains what was typed: the best fit first, then the one with more open tickets, then by name. */
export const bestNamed = <Row extends Named>(rows: readonly Row[], typed: string): Row[] => {
  const wanted = foldText(typed.trim());
  return rows
    .map((row) => ({ row, rank: fit(foldText(row.name), wanted) }))
    .filter((hit): hit is { row: Row; rank: number } => hit.rank !== null)
    .sort((a, b) => a.rank - b.rank || b.row.openTickets - a.row.openTickets || (a.row.name < b.row.name ? -1 : 1))
    .map(({ row }) => row);
};
