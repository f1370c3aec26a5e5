import { useIntl } from 'react-intl';
import { goTo } from '../../state/desk-store.ts';
import { TabList } from '../../ui/tab-list.tsx';
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
  maintenance: 'maintenance.title',
  experts: 'expert.part',
  people: 'people.part',
  backups: 'backup.part',
};

const LEDGER_PLACES: ReadonlySet<string> = new Set(['step', 'carryOver', 'ticketDays', 'workDays']);

const partOf = (place: string): Part => {
  if (/^(?:hours|cell|row)\./.test(place)) return 'offer';
  if (place.startsWith('maintenance.')) return 'maintenance';
  return LEDGER_PLACES.has(place) ? 'ledger' : 'clock';
};

/** The parts of the rules; each says how many values of the draft are wrong in it. */
export const PartTabs = () => {
  const intl = useIntl();
  const { part, draft, shown } = usePolicyStore();
  const places = draft === null || shown !== 'draft' ? [] : [...readDraft(draft).problems.keys()];
  const toQueue = (): void => {
    goTo('queue');
    requestAnimationFrame(focusQueue);
  };
  return (
    <TabList
      {...{ tabs: PARTS, shown: part, onShow: showPart, tabId: partTabId, panelId: PART_PANEL_ID }}
      className="policy-tabs"
      labelledBy="settings-title"
      onEscape={toQueue}
    >
      {(one) => {
        const wrong = places.filter((place) => partOf(place) === one).length;
        return (
          <>
            {intl.formatMessage({ id: PART_NAMES[one] })}
            {wrong === 0 ? null : (
              <span className="count" data-wrong>
                {intl.formatMessage({ id: 'offer.wrong' }, { count: wrong })}
              </span>
            )}
          </>
        );
      }}
    </TabList>
  );
};
