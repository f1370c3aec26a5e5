import '../../styles/explain.css';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useCallback, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import { explainResolution } from '../../../shared/sla/explain.ts';
import { tellStory } from '../../../shared/sla/tell-story.ts';
import { MINUTE_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { useNow } from '../../state/now-store.ts';
import { focusQueue } from '../queue/focus.ts';
import { StoryPicture } from './story-picture.tsx';
import { clockEventsOf } from './story-of.ts';
import { storyWordsIn, useStoryWords } from './use-story-words.ts';
import { WhatIf } from './what-if.tsx';

const COPIED_MS = 2_000;

const CopyButton = ({ write }: { readonly write: () => string }) => {
  const intl = useIntl();
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(write()).then(() => {
      setIsCopied(true);
      setTimeout(() => setIsCopied(false), COPIED_MS);
    });
  };
  return (
    <button type="button" className="banner-button" onClick={copy} data-testid="copy-story">
      {isCopied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
      <span role="status">{intl.formatMessage({ id: isCopied ? 'explain.copied' : 'explain.copy' })}</span>
    </button>
  );
};

/** Why a ticket is due when it is due: a picture, sentences, and what would change it. */
export const ExplainPanel = ({ detail }: { readonly detail: TicketDetail }) => {
  const intl = useIntl();
  const { rules } = useApp();
  const words = useStoryWords();
  // A story that changed every second could not be read; the clock above it counts the seconds.
  const minuteMs = useNow(useCallback((nowMs: number) => Math.floor(nowMs / MINUTE_MS) * MINUTE_MS, []));
  const lastEventMs = Math.max(...detail.events.map(({ atMs }) => atMs), detail.row.openedAtMs);
  const asOfMs = Math.max(minuteMs, lastEventMs);
  const { category, isBeta } = detail;
  const story = explainResolution({ category, isBeta }, clockEventsOf(detail), rules, asOfMs);
  if (story === null) return null;
  const sentences = tellStory(story, rules, words);
  /** In the customer's language, where it is known. */
  const write = (): string => {
    const { language, row } = detail;
    const isKnown = language === 'en' || language === 'fr';
    const own = isKnown ? tellStory(story, rules, storyWordsIn(language, rules.policy.business.zone)) : sentences;
    return [row.reference, ...own].join('\n');
  };
  /** From whatever has the focus in it back to the list, where the keys of commands are. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    focusQueue();
  };
  return (
    // It listens to Escape from the controls inside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="card explain" aria-labelledby="explain-title" data-testid="explain" onKeyDown={onKeyDown}>
      <div className="explain-head">
        <h3 id="explain-title">{intl.formatMessage({ id: 'explain.title' })}</h3>
        <CopyButton write={write} />
      </div>
      {typeof story === 'string' ? null : <StoryPicture story={story} words={words} />}
      <ol className="story">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {typeof story === 'string' || detail.resolvedAtMs !== null ? null : (
        <WhatIf detail={detail} nowMs={asOfMs} words={words} />
      )}
    </section>
  );
};
