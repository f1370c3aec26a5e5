import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { goTo } from '../../state/desk-store.ts';
import { useNow } from '../../state/now-store.ts';
import { focusQueue } from '../queue/focus.ts';
import { DraftPane } from './draft-pane.tsx';
import { lastBeginning, listVersions } from './listed-versions.ts';
import { leavePreview, loadPolicyDraft, showPreview, showVersion, usePolicyStore } from './policy-store.ts';
import { usePolicyVersions } from './use-policy.ts';
import { VersionList } from './version-list.tsx';
import { VersionPane } from './version-pane.tsx';
import { FailureScreen } from '../../ui/failure-screen.tsx';

const focusChosen = (place: HTMLElement | null): void =>
  place?.querySelector<HTMLElement>('.policy-version[aria-current]')?.focus();

/** The rules of the clock: their versions, each to be looked at, and the draft of the next one. */
export const PolicyPlace = () => {
  const intl = useIntl();
  const { state } = useApp();
  const { data, error } = usePolicyVersions();
  const { isLoaded, draft, shown, isPreviewShown } = usePolicyStore();
  const nowMs = useNow(useCallback((ms: number) => lastBeginning(data, ms), [data]));
  const place = useRef<HTMLDivElement>(null);
  const { workspace, me } = state;
  useEffect(() => void loadPolicyDraft(workspace, me.name), [workspace, me.name]);
  useEffect(() => leavePreview, []);
  const isReady = isLoaded && data !== undefined;
  const focusList = (): void => focusChosen(place.current);
  useEffect(() => {
    if (isReady) focusChosen(place.current);
  }, [isReady]);
  const hasDraft = draft !== null;
  useEffect(() => {
    // What had the focus went away with the draft.
    if (!hasDraft && document.activeElement === document.body) focusChosen(place.current);
  }, [hasDraft]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    const isInList = event.target instanceof Element && event.target.closest('.policy-versions') !== null;
    if (isPreviewShown && shown === 'draft' && !isInList) {
      leavePreview();
      showPreview(false);
      requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('[data-testid="policy-preview"]')?.focus());
    } else if (isInList) {
      goTo('queue');
      requestAnimationFrame(focusQueue);
    } else focusList();
  };
  if (error !== null) {
    return <FailureScreen title={intl.formatMessage({ id: 'policy.failed' })} error={error} />;
  }
  if (!isReady) return null;
  const versions = listVersions(data, nowMs);
  const present = versions[0];
  const version = versions.find(({ id }) => id === shown) ?? present;
  if (version === undefined || present === undefined) return null;
  const isDraftShown = shown === 'draft' && draft !== null;
  return (
    // Escape leads back, from all of it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="policy-place" ref={place} onKeyDown={onKeyDown}>
      <VersionList
        versions={versions}
        hasDraft={hasDraft}
        shown={isDraftShown ? 'draft' : version.id}
        onShow={showVersion}
      />
      {isDraftShown ? (
        <DraftPane draft={draft} inForce={present.policy} versionCount={data.versions.length} />
      ) : (
        <VersionPane key={version.id} version={version} versions={versions} hasDraft={hasDraft} />
      )}
    </div>
  );
};
