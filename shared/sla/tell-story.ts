import type { InstantMs } from '../time/instant.ts';
import type { ClockStory, NoClock, StoryStep } from './explain.ts';
import type { Duty } from './clock.ts';
import type { Rules } from './policy.ts';

/** What a language brings to a story. `say` fills the message of an id (`resources/locales`). */
export type StoryWords = {
  readonly say: (id: string, values?: Readonly<Record<string, string | number>>) => string;
  /** `Thu 26 Nov 11:30` */
  readonly instant: (ms: InstantMs) => string;
  /** `Thu` */
  readonly day: (ms: InstantMs) => string;
  /** `5 h 20` of a length in ms. */
  readonly duration: (ms: number) => string;
};

/** Days beyond this are summed as one: nobody adds up a month by hand. */
const MOST_DAYS = 10;

const promise = (duty: Duty, rules: Rules, { say, duration }: StoryWords): string => {
  const { calendar, source } = rules.policy.resolution[duty.priority];
  const targetMs = rules.resolutionMs(duty.priority, duty.tier);
  const values = { tier: duty.tier.toUpperCase(), priority: duty.priority };
  if (targetMs === null) return say('explain.promise.bestEffort', values);
  return say(`explain.promise.${source}`, {
    ...values,
    target: duration(targetMs),
    calendar: say(`explain.calendar.${calendar}`),
  });
};

const stepId = ({ event, made, endedCount }: StoryStep): string => {
  switch (event.type) {
    case 'priorityChanged':
      return endedCount > 0 ? 'lowered' : made.length > 0 ? 'raised' : 'priority';
    case 'tierChanged':
      return made.length > 0 ? 'upgraded' : 'downgraded';
    default:
      return event.type;
  }
};

const stepSentences = (
  step: StoryStep,
  stoppedSinceMs: InstantMs | null,
  rules: Rules,
  words: StoryWords,
): string[] => {
  const { event, made, dueAtMs } = step;
  const { say, instant, duration } = words;
  const values = {
    at: instant(event.atMs),
    due: dueAtMs === null ? 'none' : instant(dueAtMs),
    priority: ('priority' in event ? event.priority : null) ?? '',
    tier: 'tier' in event ? event.tier.toUpperCase() : '',
    away: stoppedSinceMs === null ? '' : duration(event.atMs - stoppedSinceMs),
  };
  const sentence = say(`explain.step.${stepId(step)}`, values);
  // A lowering counts again from earlier tiers too: the last of them says enough.
  const newest = made.at(-1);
  return newest === undefined ? [sentence] : [sentence, promise(newest, rules.at(event.atMs), words)];
};

const sum = ({ days }: ClockStory, { say, day, duration }: StoryWords): string | null => {
  if (days.length < 2) return null;
  const first = days.slice(0, MOST_DAYS);
  const rest = days.slice(MOST_DAYS);
  const lengthOf = (all: typeof days): number => all.reduce((total, { countedMs }) => total + countedMs, 0);
  const parts = [
    ...first.map(({ atMs, countedMs }) => `${day(atMs)} ${duration(countedMs)}`),
    ...(rest.length === 0 ? [] : [say('explain.moreDays', { count: rest.length, time: duration(lengthOf(rest)) })]),
  ];
  return say('explain.sum', { parts: parts.join(' + '), total: duration(lengthOf(days)) });
};

const outcome = ({ clock }: ClockStory, { say, instant, duration }: StoryWords): string[] => {
  const { state, dueAtMs, remainingMs, elapsedMs, everBreached } = clock;
  const left = duration(Math.abs(remainingMs ?? 0));
  const values = { left, elapsed: duration(elapsedMs), due: dueAtMs === null ? 'none' : instant(dueAtMs) };
  const earlier = everBreached && state !== 'breached' ? [say('explain.everBreached')] : [];
  return [say(`explain.now.${state}`, values), ...earlier];
};

/** A story as sentences, in the order of time, the outcome last. Each is whole by itself. */
export const tellStory = (story: ClockStory | NoClock, rules: Rules, words: StoryWords): string[] => {
  if (typeof story === 'string') return [words.say(`explain.none.${story}`)];
  const sentences: string[] = [];
  let stoppedSinceMs: InstantMs | null = null;
  for (const step of story.steps) {
    sentences.push(...stepSentences(step, stoppedSinceMs, rules, words));
    const { type, atMs } = step.event;
    if (type === 'paused' || type === 'resolved') stoppedSinceMs ??= atMs;
    if (type === 'resumed' || type === 'reopened') stoppedSinceMs = null;
  }
  const arithmetic = sum(story, words);
  return [...sentences, ...(arithmetic === null ? [] : [arithmetic]), ...outcome(story, words)];
};
