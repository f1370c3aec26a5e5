import { lazy, Suspense, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { QueueView } from '../../../shared/ipc/schemas.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { SaveViewButton } from './save-view-button.tsx';
import { useHiddenViews } from './use-hidden-views.ts';
import { isChanged, useSavedCounts, useSavedViews, useViewCounts } from './use-saved-views.ts';
import { isShownView, keyOfView, listViews, openView, type ListedView } from './view-list.ts';
import { MoreButton } from './view-more-button.tsx';

const MoreViews = lazy(async () => ({ default: (await import('./view-more.tsx')).MoreViews }));

/** Views whose count is worth a colour when it is not zero. */
const TONES: Readonly<Partial<Record<QueueView, string>>> = { atRisk: 'atRisk', breached: 'breached' };

/** A view as the row and its menu show it. */
export type ViewEntry = {
  readonly key: string;
  readonly listed: ListedView;
  readonly name: string;
  readonly count: number | undefined;
  readonly tone: string | undefined;
  readonly isShown: boolean;
  /** Its filter, sort or columns are not those that were saved. */
  readonly isChanged: boolean;
};

const useEntries = (): readonly ViewEntry[] => {
  const intl = useIntl();
  const view = useUiStore(({ filter }) => filter.view);
  const viewId = useUiStore((ui) => ui.viewId);
  const saved = useSavedViews();
  const hasChanged = useUiStore((ui) => saved.some((one) => one.id === ui.viewId && isChanged(one, ui)));
  const counts = useViewCounts();
  const savedCounts = useSavedCounts(saved);
  return listViews(saved).map((listed) => {
    const count = listed.kind === 'builtIn' ? counts?.[listed.view] : savedCounts.get(listed.saved.id);
    const isShown = isShownView(listed, view, viewId);
    return {
      key: keyOfView(listed),
      listed,
      name: listed.kind === 'builtIn' ? intl.formatMessage({ id: `view.${listed.view}` }) : listed.saved.name,
      count,
      tone: listed.kind === 'builtIn' && count !== undefined && count > 0 ? TONES[listed.view] : undefined,
      isShown,
      isChanged: isShown && listed.kind === 'saved' && hasChanged,
    };
  });
};

const Pill = ({ entry, isHidden }: { readonly entry: ViewEntry; readonly isHidden: boolean }) => {
  const intl = useIntl();
  const { key, listed, name, count, tone, isShown } = entry;
  return (
    <button
      type="button"
      className="view"
      aria-current={isShown ? 'true' : undefined}
      aria-hidden={isHidden || undefined}
      tabIndex={isHidden ? -1 : undefined}
      data-view={key}
      data-testid={`view-tab-${key}`}
      data-tone={tone}
      onClick={() => openView(listed)}
    >
      <bdi>{name}</bdi>
      {entry.isChanged ? (
        <span className="view-changed" title={intl.formatMessage({ id: 'view.changed' })}>
          <span className="sr-only">{intl.formatMessage({ id: 'view.changed' })}</span>
        </span>
      ) : null}
      <span className="count" data-count={count}>
        {count === undefined ? '·' : intl.formatNumber(count)}
      </span>
    </button>
  );
};

/** The parts of the queue by name, each with its count: what finds no room in the row is in a menu at its end. */
export const ViewTabs = () => {
  const intl = useIntl();
  const entries = useEntries();
  const row = useRef<HTMLDivElement>(null);
  const hiddenKeys = useHiddenViews(row, entries.map(({ key, name, count }) => `${key} ${name} ${count}`).join('\n'));
  const hidden = entries.filter(({ key }) => hiddenKeys.has(key));
  const [isWanted, setIsWanted] = useState(false);
  // It opens when it appears: where there was room for all meanwhile, it waits to be pressed again.
  if (isWanted && hidden.length === 0) setIsWanted(false);
  const more = <MoreButton hidden={hidden} onClick={() => setIsWanted(true)} />;
  return (
    <nav className="views" aria-label={intl.formatMessage({ id: 'queue.views' })}>
      <div className="views-row" ref={row}>
        {entries.map((entry) => (
          <Pill entry={entry} isHidden={hiddenKeys.has(entry.key)} key={entry.key} />
        ))}
      </div>
      {hidden.length === 0 ? null : isWanted ? (
        <Suspense fallback={more}>
          <MoreViews hidden={hidden} />
        </Suspense>
      ) : (
        more
      )}
      <SaveViewButton />
    </nav>
  );
};
