const MARK = 'data-autofocus';

const onFocusIn = ({ target }: FocusEvent): void => {
  const dialog = target instanceof HTMLElement ? target.closest('[role="dialog"]') : null;
  if (dialog === null || !(target instanceof HTMLElement) || target === dialog) return;
  for (const marked of dialog.querySelectorAll(`[${MARK}]`)) if (marked !== target) marked.removeAttribute(MARK);
  target.setAttribute(MARK, '');
};

/**
 * Dialogs of the component library look for what is marked `data-autofocus` in a task of its own, which a busy machine runs after the first
 * keys. The mark goes along with the focus, so that nobody is taken back to where they began; the result stops that.
 */
export const keepFirstFocus = (): (() => void) => {
  document.addEventListener('focusin', onFocusIn);
  return () => document.removeEventListener('focusin', onFocusIn);
};
