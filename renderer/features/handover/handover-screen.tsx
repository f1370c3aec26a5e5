import '../../styles/create.css';
import '../../styles/handover.css';
import { useQuery } from '@tanstack/react-query';
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react';
import { useEffect, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { CommandKey } from '../../commands/command-key.tsx';
import { goTo } from '../../state/desk-store.ts';
import { checkItems, useHandoverStore } from '../../state/handover-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { focusQueueSoon } from '../queue/focus.ts';
import { nextSignature } from './acts.ts';
import { beginHandoverHere, whyNotBegin } from './begin.ts';
import { BeginPreview } from './begin-preview.tsx';
import { focusDocument, focusHandovers } from './focus.ts';
import { HandoverDocument } from './handover-document.tsx';
import { HandoverList } from './handover-list.tsx';
import { HandoverPaper } from './handover-paper.tsx';
import { handoverQuery, handoversQuery, leftQuery } from './handover-queries.ts';
import { SignDialog } from './sign-dialog.tsx';

/** Leaves the checks, then the place; what is written in has an Escape of its own. ArrowLeft goes to the list. */
const onKeyDown = (event: KeyboardEvent): void => {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return;
  if (target.closest('[role="dialog"], form, input:not([type="checkbox"])') !== null) return;
  if (event.key === 'ArrowLeft' && target.closest('[data-handover-document]') !== null) {
    event.preventDefault();
    focusHandovers();
  }
  if (event.key !== 'Escape') return;
  event.preventDefault();
  if (useHandoverStore.getState().checked.size > 0) checkItems([]);
  else {
    goTo('queue');
    focusQueueSoon();
  }
};

const Shown = ({ id }: { readonly id: string }) => {
  const intl = useIntl();
  const { data: page, error, refetch } = useQuery(handoverQuery(id));
  const dialog = useHandoverStore((store) => store.dialog);
  const isThere = page !== undefined;
  useEffect(() => {
    // Whoever is in the list stays there, and who has something open over the window.
    const isHeld = document.activeElement?.closest('.handover, [role="dialog"]') ?? null;
    if (isThere && isHeld === null) focusDocument(useHandoverStore.getState().cursor);
  }, [isThere]);
  if (error !== null && page === undefined) {
    return <FailureScreen title={intl.formatMessage({ id: 'handover.failed' })} error={error} retry={refetch} />;
  }
  if (page === undefined) return <p className="exp-loading quiet">{intl.formatMessage({ id: 'loading' })}</p>;
  const act = nextSignature(page);
  return (
    <>
      <HandoverDocument page={page} />
      {dialog === 'sign' && act !== null ? <SignDialog page={page} act={act} key={act} /> : null}
      {dialog === 'paper' ? <HandoverPaper page={page} /> : null}
    </>
  );
};

/** The handovers of shifts: what goes over, who signed it, and what nobody has accepted so far. */
export const HandoverScreen = () => {
  const intl = useIntl();
  const { me } = useApp().state;
  const { data: lines, error, refetch } = useQuery(handoversQuery);
  const { data: left = [] } = useQuery(leftQuery);
  const shown = useHandoverStore((store) => store.shownId);
  const isBeginning = useHandoverStore((store) => store.isBeginning);
  const word = (id: string): string => intl.formatMessage({ id });
  const isKnown = lines?.some(({ id }) => id === shown) ?? false;
  const shownId = isBeginning ? null : isKnown ? shown : (lines?.[0]?.id ?? null);
  const refusal = whyNotBegin(me.role, lines?.some(({ signed }) => signed === null) ?? false);
  const begin = (
    <button
      type="button"
      className="action"
      disabled={refusal !== null}
      title={refusal === null ? undefined : word(refusal)}
      onClick={beginHandoverHere}
      data-testid="new-handover"
    >
      <IconPlus size={14} stroke={2} aria-hidden="true" /> {word('handover.new')}
      <span aria-hidden="true">
        <CommandKey id="handover.begin" />
      </span>
    </button>
  );
  return (
    // Escape and ArrowLeft have one meaning in all of it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main className="handover" aria-labelledby="handover-title" onKeyDown={onKeyDown} data-testid="handover-screen">
      <header className="queue-header">
        <h1 id="handover-title">{word('handover.title')}</h1>
        <span className="grow" />
        {refusal === 'error.access/role' ? (
          <span className="quiet" data-testid="handover-role">
            {word('handover.notForExperts')}
          </span>
        ) : null}
        {lines === undefined || (lines.length === 0 && !isBeginning) ? null : begin}
      </header>
      {error !== null ? (
        <FailureScreen title={word('handover.failed')} error={error} retry={refetch} />
      ) : lines === undefined ? (
        <p className="exp-loading quiet">{word('loading')}</p>
      ) : lines.length === 0 && !isBeginning ? (
        <StateScreen
          icon={<IconArrowsExchange size={26} stroke={1.5} />}
          title={word('handover.none')}
          text={word('handover.noneText')}
        >
          {begin}
        </StateScreen>
      ) : (
        <div className="ho-place">
          {lines.length === 0 ? null : <HandoverList {...{ lines, left, shownId }} />}
          {isBeginning ? <BeginPreview /> : shownId === null ? null : <Shown id={shownId} key={shownId} />}
        </div>
      )}
    </main>
  );
};
