import { useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { ClockStory, Stretch } from '../../../shared/sla/explain.ts';
import type { StoryWords } from '../../../shared/sla/tell-story.ts';
import { HOUR_MS } from '../../../shared/time/instant.ts';

/** A night or a weekend says little: it never takes more room than this. */
const CLOSED_AT_MOST_MS = HOUR_MS;
/** Beyond this many, stretches are too narrow to see or point at: the earliest are left out, and said to be. */
const MOST_STRETCHES = 60;

const weightOf = ({ kind, startMs, endMs }: Stretch, totalMs: number): number => {
  const ms = endMs - startMs;
  return kind === 'closed' ? Math.min(ms, CLOSED_AT_MOST_MS, totalMs / 20) : ms;
};

type PartProps = {
  readonly stretch: Stretch;
  readonly grow: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

const Part = ({ stretch, grow, isChosen, onChoose }: PartProps) => (
  <span
    className="stretch"
    data-kind={stretch.kind}
    data-late={stretch.isLate}
    data-ahead={stretch.isAhead}
    data-chosen={isChosen}
    style={{ flexGrow: grow }}
    onPointerEnter={onChoose}
  />
);

/** The sentence of a stretch: when, what, how long. */
const useStretchText = (words: StoryWords) => {
  const intl = useIntl();
  return ({ kind, startMs, endMs, isLate, isAhead }: Stretch): string =>
    [
      intl.formatMessage({ id: 'explain.span' }, { from: words.instant(startMs), to: words.instant(endMs) }),
      intl.formatMessage({ id: `explain.stretch.${kind}` }),
      words.duration(endMs - startMs),
      ...(isLate ? [intl.formatMessage({ id: 'explain.late' })] : []),
      ...(isAhead ? [intl.formatMessage({ id: 'explain.ahead' })] : []),
    ].join(' · ');
};

const KINDS = ['counted', 'paused', 'closed', 'finished'] as const;

const Legend = ({ stretches }: { readonly stretches: readonly Stretch[] }) => {
  const intl = useIntl();
  return (
    <div className="legend" aria-hidden="true">
      {KINDS.filter((kind) => stretches.some((stretch) => stretch.kind === kind)).map((kind) => (
        <span key={kind}>
          <i className="stretch" data-kind={kind} /> {intl.formatMessage({ id: `explain.stretch.${kind}` })}
        </span>
      ))}
    </div>
  );
};

/** A ticket's life as a bar: what counted, what did not, what lies ahead. Arrows walk through it; the line below tells the chosen part. */
export const StoryPicture = ({ story, words }: { readonly story: ClockStory; readonly words: StoryWords }) => {
  const intl = useIntl();
  const tell = useStretchText(words);
  const shown = story.stretches.slice(-MOST_STRETCHES);
  const left = story.stretches.length - shown.length;
  const present = Math.max(
    0,
    shown.findLastIndex(({ isAhead }) => !isAhead),
  );
  const [chosen, setChosen] = useState<number | null>(null);
  const index = Math.min(chosen ?? present, shown.length - 1);
  const stretch = shown[index];
  if (stretch === undefined) return null;
  const totalMs = shown.reduce((sum, { kind, startMs, endMs }) => sum + (kind === 'closed' ? 0 : endMs - startMs), 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setChosen(Math.max(0, Math.min(shown.length - 1, index + step)));
  };
  return (
    <div className="story-picture">
      <div
        className="stretches"
        role="slider"
        tabIndex={0}
        aria-label={intl.formatMessage({ id: 'explain.picture' })}
        aria-valuemin={1}
        aria-valuemax={shown.length}
        aria-valuenow={index + 1}
        aria-valuetext={tell(stretch)}
        data-testid="story-picture"
        onKeyDown={onKeyDown}
      >
        {shown.map((one, i) => (
          <Part
            stretch={one}
            grow={Math.max(1, Math.round((1_000 * weightOf(one, totalMs)) / Math.max(1, totalMs)))}
            isChosen={i === index}
            onChoose={() => setChosen(i)}
            key={`${one.startMs} ${one.kind}`}
          />
        ))}
      </div>
      <p className="stretch-text" data-testid="stretch-text">
        {tell(stretch)}
      </p>
      {left > 0 ? <p className="clock-note">{intl.formatMessage({ id: 'explain.leftOut' }, { count: left })}</p> : null}
      <Legend stretches={shown} />
    </div>
  );
};
