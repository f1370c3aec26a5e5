import '../../styles/log-work.css';
import '../../styles/hours.css';
import '../../styles/expertise.css';
import '../../styles/steering.css';
import { IconCheck, IconHistory } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { TabList } from '../../ui/tab-list.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { ApprovalDetail } from './approval-detail.tsx';
import type { ApprovalItem } from './approval-items.ts';
import { ApprovalList } from './approval-list.tsx';
import type { DecisionHandle } from './decision-form.tsx';
import { LockedNote } from './locked-note.tsx';
import { StaleNote } from './stale-note.tsx';
import { useApprovals } from './use-approvals.ts';

const PARTS = ['waiting', 'decided'] as const;
type Part = (typeof PARTS)[number];

const tabId = (part: Part): string => `approvals-${part}`;
const PANEL = 'approvals-panel';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };
const DECIDES = { a: 'approve', r: 'refuse' } as const;

const Approvals = () => {
  const intl = useIntl();
  const isLead = useApp().state.me.role === 'lead';
  const { waiting, past, error, refetch } = useApprovals();
  const [part, setPart] = useState<Part>('waiting');
  /** By its place too: once it has gone, what stands there is next. */
  const [choice, setChoice] = useState<{ readonly id: string | null; readonly index: number }>({ id: null, index: 0 });
  const frame = useRef<HTMLDivElement>(null);
  const decision = useRef<DecisionHandle>(null);
  /** The list gets the keys once it is drawn anew. */
  const wantsFocus = useRef(true);
  const items = part === 'waiting' ? (waiting ?? []) : past;
  const chosen = items.find(({ id }) => id === choice.id) ?? items[Math.min(choice.index, items.length - 1)] ?? null;
  const choose = ({ id }: ApprovalItem): void => setChoice({ id, index: items.findIndex((item) => item.id === id) });
  const isThere = waiting !== undefined;

  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (!isThere || !(wantsFocus.current || isLost)) return;
    wantsFocus.current = false;
    const target =
      frame.current?.querySelector<HTMLElement>('.approval[aria-current]') ??
      frame.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
    target?.focus();
  });

  const onDone = (): void => {
    wantsFocus.current = true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.closest('.approval-list') === null) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    // With Caps Lock they are capitals.
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const step = STEPS[key];
    const answer = key === 'a' || key === 'r' ? DECIDES[key] : undefined;
    if (step === undefined && (answer === undefined || !isLead)) return;
    event.preventDefault();
    if (answer !== undefined) {
      // A held key would decide the next one too.
      if (!event.repeat) decision.current?.decide(answer);
      return;
    }
    const next = items[items.findIndex(({ id }) => id === chosen?.id) + (step ?? 0)];
    if (next === undefined) return;
    wantsFocus.current = true;
    choose(next);
  };
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    // The keys of the list.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="approvals" ref={frame} onKeyDown={onKeyDown} data-testid="approvals">
      <TabList
        tabs={PARTS}
        shown={part}
        onShow={(next) => {
          setPart(next);
          setChoice({ id: null, index: 0 });
        }}
        tabId={tabId}
        panelId={PANEL}
        className="approvals-tabs"
        label={word('steering.parts')}
      >
        {(one) => (
          <>
            {word(`steering.part.${one}`)}{' '}
            <span className="count">{one === 'waiting' ? (waiting?.length ?? '') : past.length}</span>
          </>
        )}
      </TabList>
      <LockedNote />
      {isThere ? <StaleNote error={error} retry={refetch} /> : null}
      <div className="approvals-body" id={PANEL} role="tabpanel" aria-labelledby={tabId(part)}>
        {!isThere && error !== null ? (
          <FailureScreen title={word('steering.failed')} error={error} retry={refetch} />
        ) : !isThere ? (
          <p className="quiet approvals-loading">{word('loading')}</p>
        ) : chosen === null ? (
          <StateScreen
            icon={part === 'waiting' ? <IconCheck size={26} stroke={1.5} /> : <IconHistory size={26} stroke={1.5} />}
            title={word(
              part === 'decided' ? 'steering.noneDecided' : isLead ? 'steering.noneWaiting' : 'steering.noneAsked',
            )}
          />
        ) : (
          <>
            <ApprovalList items={items} chosen={chosen} onChoose={choose} />
            <ApprovalDetail item={chosen} handle={decision} onDone={onDone} key={`${chosen.kind} ${chosen.id}`} />
          </>
        )}
      </div>
      <p className="approvals-keys quiet">{word(isLead ? 'steering.keys' : 'steering.keysMine')}</p>
    </div>
  );
};

/** Everything that waits for a lead, in one list, decided by keys; whoever is none sees what became of their own requests. */
export const ApprovalsDialog = () => {
  const intl = useIntl();
  useFocusBack();
  const isLead = useApp().state.me.role === 'lead';
  return (
    <Dialog
      onClose={closeOverlay}
      title={intl.formatMessage({ id: isLead ? 'steering.approvals' : 'steering.requests' })}
      size={980}
      fromTop="6vh"
      isToRead
    >
      <Approvals />
    </Dialog>
  );
};
