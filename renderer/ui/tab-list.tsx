import type { KeyboardEvent, ReactNode } from 'react';

type Props<Tab extends string> = {
  readonly tabs: readonly Tab[];
  readonly shown: Tab;
  readonly onShow: (tab: Tab) => void;
  /** The element that a tab's button is, by id; the same names it in tests. */
  readonly tabId: (tab: Tab) => string;
  readonly panelId: string;
  readonly className: string;
  /** What names the list: a sentence, or the element that has it. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly onEscape?: () => void;
  /** What stands on a tab. */
  readonly children: (tab: Tab) => ReactNode;
};

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The parts of a place, one of which is shown; the arrows go from one to the next, around the ends. */
export const TabList = <Tab extends string>(props: Props<Tab>) => {
  const { tabs, shown, onShow, tabId, panelId, className, label, labelledBy, onEscape, children } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && onEscape !== undefined) {
      event.preventDefault();
      onEscape();
      return;
    }
    const step = STEPS[event.key];
    const next = step === undefined ? undefined : tabs[(tabs.indexOf(shown) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onShow(next);
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div
      className={className}
      role="tablist"
      aria-label={label}
      aria-labelledby={labelledBy}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          id={tabId(tab)}
          role="tab"
          className="view"
          aria-selected={tab === shown}
          aria-current={tab === shown ? 'true' : undefined}
          aria-controls={panelId}
          tabIndex={tab === shown ? 0 : -1}
          onClick={() => onShow(tab)}
          data-testid={tabId(tab)}
        >
          {children(tab)}
        </button>
      ))}
    </div>
  );
};
