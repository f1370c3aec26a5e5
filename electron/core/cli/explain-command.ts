import type { Language } from '../../../shared/i18n/language.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { readClock, type Clock } from '../../../shared/sla/clock.ts';
import { explainResolution } from '../../../shared/sla/explain.ts';
import { toWireClock } from '../../../shared/sla/sla-case.ts';
import { tellStory, type StoryWords } from '../../../shared/sla/tell-story.ts';
import { toClockEvents } from '../../../shared/ticket/ticket-event.ts';
import { formatInstant, type InstantMs } from '../../../shared/time/instant.ts';
import { machineClock } from '../clock.ts';
import type { Core } from '../core.ts';
import { foldAsOf } from '../ticket/fold-ticket.ts';
import { readArguments, readInstant, required, usageError, type Command } from './arguments.ts';
import { readCore } from './read-core.ts';
import { readLanguage } from './read-language.ts';
import { storyWords } from './story-words.ts';

/** The tickets of a reference: several where sources share it. */
const idsOf = ({ database }: Core, reference: string): readonly number[] =>
  database.connection
    .prepare<[string], number>('SELECT ticket_id FROM ticket WHERE reference = ? COLLATE NOCASE ORDER BY ticket_id')
    .pluck()
    .all(reference);

const tellFirstResponse = ({ state, dueAtMs, remainingMs, elapsedMs }: Clock, words: StoryWords): string =>
  words.say(`explain.first.${state}`, {
    left: words.duration(Math.abs(remainingMs ?? 0)),
    elapsed: words.duration(elapsedMs),
    due: dueAtMs === null ? 'none' : words.instant(dueAtMs),
  });

const explain = (core: Core, ticketId: number, reference: string, asOfMs: InstantMs, language: Language) => {
  const rules = core.rules.at(asOfMs);
  const { events } = core.events.ofTicket(ticketId);
  const folded = foldAsOf(events, rules, asOfMs);
  const happened = toClockEvents(events.filter(({ atMs }) => atMs <= asOfMs));
  const story = folded === null ? null : explainResolution(folded.ticket, happened, rules, asOfMs);
  if (folded === null || story === null) {
    throw new VigieError('cli/not-open', `${reference} was not open yet as of ${formatInstant(asOfMs)}.`);
  }
  const words = storyWords(language, rules.policy.business.zone);
  const firstResponse = readClock(folded.clocks.firstResponse, rules, asOfMs);
  return {
    reference: folded.ticket.reference,
    asOf: formatInstant(asOfMs),
    sentences: tellStory(story, rules, words),
    firstResponseSentence: tellFirstResponse(firstResponse, words),
    resolution: toWireClock(readClock(folded.clocks.resolution, rules, asOfMs)),
    firstResponse: toWireClock(firstResponse),
  };
};

/** `explain`: why a ticket is due when it is due, in the sentences of the window. */
export const explainCommand: Command = async (args, { out }) => {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      db: { type: 'string' },
      'as-of': { type: 'string' },
      language: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const path = required(values.db, 'db');
  const [reference, ...more] = positionals;
  if (reference === undefined || more.length > 0) throw usageError('Name one ticket by its reference.');
  const asOfMs = readInstant(values['as-of'], 'as-of', machineClock.nowMs());
  const language = readLanguage(values.language ?? 'en');
  const told = readCore(path, (core) =>
    idsOf(core, reference).map((id) => explain(core, id, reference, asOfMs, language)),
  );
  if (told.length === 0) {
    throw new VigieError('cli/unknown-ticket', `${reference} is not in ${path}. 'vigie queue' lists what is.`);
  }
  for (const one of told) {
    const text = [one.reference, ...one.sentences, one.firstResponseSentence, ''].join('\n');
    out(values.json === true ? `${JSON.stringify(one)}\n` : text);
  }
  return 0;
};
