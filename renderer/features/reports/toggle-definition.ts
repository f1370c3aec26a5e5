import { FIGURE_IDS, type FigureId } from '../../../shared/report/figures.ts';
import { closeDefinition, showDefinition, useReportStore } from '../../state/report-store.ts';
import { focusPlace, REPORT_BODY_ID } from './use-places.ts';

const figureOf = (element: Element | null | undefined): FigureId | undefined => {
  const name = element?.closest<HTMLElement>('[data-figure]')?.dataset['figure'];
  return FIGURE_IDS.find((id) => id === name);
};

/** Says how the figure that has the keys is computed, else the first that is shown; or stops saying it. */
export const toggleDefinition = (): void => {
  if (useReportStore.getState().definition !== null) {
    closeDefinition();
    // The list of tickets that comes back takes the keys itself.
    if (useReportStore.getState().tickets === null) requestAnimationFrame(focusPlace);
    return;
  }
  const first = document.getElementById(REPORT_BODY_ID)?.querySelector('[data-figure]');
  const figure = figureOf(document.activeElement) ?? figureOf(first);
  if (figure !== undefined) showDefinition(figure);
};
