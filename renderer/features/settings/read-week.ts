import { parseWall, wallText } from './span-text.ts';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export type TypedWindow = { readonly open: string; readonly close: string };

export type WeekProblem = 'wall' | 'order' | 'overlap';

type Week = Readonly<Record<number, readonly (readonly [openMin: number, closeMin: number])[] | undefined>>;
type TypedWeek = Readonly<Record<number, readonly TypedWindow[]>>;

const windowProblem = ({ open, close }: TypedWindow, before: TypedWindow | undefined): WeekProblem | null => {
  const [opens, closes] = [parseWall(open), parseWall(close)];
  if (opens === null || closes === null) return 'wall';
  if (closes <= opens) return 'order';
  return before !== undefined && opens < (parseWall(before.close) ?? 0) ? 'overlap' : null;
};

/** Days with hours, as they were typed; `wrong` is told of places such as `week.1.0`. */
export const readWeek = (
  typed: TypedWeek,
  wrong: (place: string, problem: WeekProblem) => void,
): [day: number, hours: [number, number][]][] =>
  WEEKDAYS.flatMap((day): [number, [number, number][]][] => {
    const windows = typed[day] ?? [];
    windows.forEach((window, index) => {
      const problem = windowProblem(window, windows[index - 1]);
      if (problem !== null) wrong(`week.${day}.${index}`, problem);
    });
    if (windows.length === 0) return [];
    return [[day, windows.map(({ open, close }) => [parseWall(open) ?? 0, parseWall(close) ?? 0])]];
  });

/** Hours as they are typed. */
export const typedWeek = (week: Week): TypedWeek =>
  Object.fromEntries(
    WEEKDAYS.map((day) => [
      day,
      (week[day] ?? []).map(([open, close]) => ({ open: wallText(open), close: wallText(close) })),
    ]),
  );
