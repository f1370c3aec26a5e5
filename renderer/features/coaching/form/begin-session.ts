import type { Zone } from '../../../../shared/calendar/zone.ts';
import type { SessionPage } from '../../../../shared/ipc/coaching-schemas.ts';
import type { Actor } from '../../../../shared/access/actor.ts';
import { HOUR_MS } from '../../../../shared/time/instant.ts';
import { expertsQuery, sessionQuery } from '../../../ipc/coaching-queries.ts';
import { customerQuery } from '../../../ipc/customer-queries.ts';
import { loadDraft } from '../../../ipc/kept-draft.ts';
import { ticketDetailQuery } from '../../../ipc/queries.ts';
import { queryClient } from '../../../ipc/query-client.ts';
import type { SessionStart } from '../../../state/coaching-store.ts';
import { isOver } from '../session-acts.ts';
import { slotTexts } from './read-slot.ts';
import { emptyDraft, type SessionDraft, type SessionLanguage } from './session-draft.ts';
import { ofCustomer, restoreDraft } from './restore-draft.ts';
import type { Begun } from './use-kept-form.ts';

export type BegunPlan = Begun<SessionDraft> & { readonly asked: SessionPage | null };

type Where = { readonly zone: Zone; readonly me: Actor; readonly language: SessionLanguage; readonly nowMs: number };

const linesText = (lines: readonly string[]): string => lines.join('\n');

/** What a session says, as the form holds it. */
export const draftOfPage = (page: SessionPage, zone: Zone): Omit<SessionDraft, 'customer' | 'customerText'> => {
  const { row, ticket, place, link, note } = page;
  const { assignment, expert, startMs, endMs } = row;
  return {
    ...emptyDraft(assignment, page.language),
    expert: expert ?? '',
    ...(startMs === null || endMs === null ? {} : slotTexts(zone, { startMs, endMs })),
    attendees: page.attendees,
    ...{ place: place ?? '', link: link ?? '', note: note ?? '' },
    ...{ ticketText: ticket?.reference ?? '', ticket },
    objectives: linesText(page.objectives),
    checklist: linesText(page.checklist.map(({ text }) => text)),
  };
};

/** Where it is not known what fails: the form asks for it. */
const orNull = <Value>(value: Promise<Value>): Promise<Value | null> => value.catch(() => null);

const ownExpert = async ({ me }: Where): Promise<string> => {
  if (me.role === 'expert') return me.name;
  const experts = await orNull(queryClient.fetchQuery(expertsQuery));
  const active = experts?.filter(({ isActive }) => isActive) ?? [];
  return active.length === 1 ? (active[0]?.name ?? '') : '';
};

/** Each customer and each asked session has a draft of its own. */
const draftKeyOf = ({ askedId }: SessionStart, customerId: number | null): string =>
  askedId !== null
    ? `session:plan:${askedId}`
    : customerId === null
      ? 'session:plan'
      : `session:plan:customer:${customerId}`;

/** Finds out what a new session begins with, and what was typed of it before. A slot that was chosen in the calendar holds. */
export const beginPlan = async (wanted: SessionStart, where: Where): Promise<BegunPlan> => {
  const { zone, language } = where;
  const asked = wanted.askedId === null ? null : await orNull(queryClient.fetchQuery(sessionQuery(wanted.askedId)));
  const detail =
    wanted.ticketId === null ? null : await orNull(queryClient.fetchQuery(ticketDetailQuery(wanted.ticketId, null)));
  const customerId = asked?.row.customerId ?? wanted.customerId ?? detail?.customerId ?? null;
  const page = customerId === null ? null : await orNull(queryClient.fetchQuery(customerQuery(customerId)));
  const fresh = emptyDraft(wanted.assignment ?? 'advice', page?.row.language ?? language);
  const known = asked === null ? fresh : { ...fresh, ...draftOfPage(asked, zone) };
  const expert = wanted.expert ?? (known.expert === '' ? await ownExpert(where) : known.expert);
  const { startMs, endMs } = wanted;
  const span = startMs === null ? null : { startMs, endMs: endMs ?? startMs + HOUR_MS };
  const chosen = span === null ? {} : slotTexts(zone, span);
  const length = asked?.wish == null ? {} : { end: `+${asked.wish.durationMin}` };
  const start: SessionDraft = {
    ...known,
    expert,
    ...(page === null
      ? {}
      : { customerText: page.row.name, customer: { id: page.row.id, name: page.row.name, tier: page.row.tier } }),
    ...(detail === null
      ? {}
      : { ticketText: detail.row.reference, ticket: { id: detail.row.id, reference: detail.row.reference } }),
    ...length,
    ...chosen,
  };
  const draftKey = draftKeyOf(wanted, customerId);
  const kept = restoreDraft(ofCustomer(await loadDraft(draftKey), start), start);
  const held = startMs === null ? {} : { ...chosen, expert };
  const restored = kept === null ? null : restoreDraft({ ...kept, ...held }, start);
  return { draftKey, start, restored, span, asked };
};

/** What is changed begins with what it says now, and what was typed of it before. */
export const beginEdit = async (page: SessionPage, { zone }: Where): Promise<Begun<SessionDraft>> => {
  const { id, customerId, customer, startMs, endMs } = page.row;
  const known = await orNull(queryClient.fetchQuery(customerQuery(customerId)));
  const start: SessionDraft = {
    ...draftOfPage(page, zone),
    customerText: customer,
    customer: { id: customerId, name: customer, tier: known?.row.tier ?? '' },
  };
  const draftKey = `session:edit:${id}`;
  const span = startMs === null || endMs === null ? null : { startMs, endMs };
  const restored = restoreDraft(await loadDraft(draftKey), start);
  if (restored === null || !isOver(page.row.state)) return { draftKey, start, span, restored };
  const { assignment, expert, day, start: from, end } = start;
  return { draftKey, start, span, restored: { ...restored, assignment, expert, day, start: from, end } };
};
