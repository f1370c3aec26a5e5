import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { goTo } from '../../state/desk-store.ts';
import { focusQueue } from '../queue/focus.ts';
import { PARTS, showPart, usePolicyStore, type Part } from './policy-store.ts';
import { readDraft } from './read-draft.ts';

export const partTabId = (part: Part): string => `policy-tab-${part}`;
export const PART_PANEL_ID = 'policy-panel';

/** What each part is called, as message keys. */
export const PART_NAMES: Readonly<Record<Part, string>> = {
  clock: 'policy.title',
  offer: 'offer.part.offer',
  ledger: 'offer.part.ledger',
};

const partOf = (place: string): Part => {
  if (/^(?:hours|cell|row)\./.test(place)) return 'offer';
  return place === 'step' || place === 'carryOver' ? 'ledger' : 'clock';
};

/** The parts of the rules; each says how many values of the draft are wrong in it. */
export const PartTabs = () => {
  const intl = useIntl();
  const { part, draft, shown } = usePolicyStore();
  const places = draft === null || shown !== 'draft' ? [] : [...readDraft(draft).problems.keys()];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      goTo('queue');
      requestAnimationFrame(focusQueue);
      return;
    }
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const step = event.key === 'ArrowRight' ? 1 : -1;
    const next = PARTS[(PARTS.indexOf(part) + step + PARTS.length) % PARTS.length] ?? part;
    showPart(next);
    document.getElementById(partTabId(next))?.focus();
  };
  return (
    <div className="policy-tabs" role="tablist" aria-labelledby="settings-title" onKeyDown={onKeyDown} tabIndex={-1}>
      {PARTS.map((one) => {
        const wrong = places.filter((place) => partOf(place) === one).length;
        return (
          <button
            key={one}
            type="button"
            id={partTabId(one)}
            role="tab"
            className="view"
            aria-selected={one === part}
            aria-current={one === part ? 'true' : undefined}
            aria-controls={PART_PANEL_ID}
            tabIndex={one === part ? 0 : -1}
            onClick={() => showPart(one)}
            data-testid={partTabId(one)}
          >
            {intl.formatMessage({ id: PART_NAMES[one] })}
            {wrong === 0 ? null : (
              <span className="count" data-wrong>
                {intl.formatMessage({ id: 'offer.wrong' }, { count: wrong })}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
};
