import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import { useApp } from '../../../app-context.ts';
import { ChoiceRow } from '../../../ui/choice-row.tsx';
import { minutesOf, spanText } from '../session-words.ts';
import { readDay, readSlot, slotTexts } from './read-slot.ts';
import type { SessionDraft } from './session-draft.ts';
import type { Context } from './session-order.ts';
import type { SessionForm } from './use-session-form.ts';
import { useFreeSlots } from './use-session-preview.ts';

const MOST_SHOWN = 6;
const USUAL_MIN = 60;

type Wanted = CallInput<'coaching:find-slots'>;

/** How long it is to be, as far as that is typed. */
const lengthOf = (draft: SessionDraft, context: Context): number => {
  const slot = readSlot({ ...draft, day: draft.day || '1/1/2090', start: draft.start || '9:00' }, context);
  return slot.kind === 'slot' ? minutesOf(slot) : USUAL_MIN;
};

const wantedOf = (form: SessionForm, isAnybody: boolean): Wanted | null => {
  const { draft, context } = form;
  if (draft.customer === null) return null;
  return {
    customerId: draft.customer.id,
    assignment: draft.assignment,
    ticketId: draft.ticket?.id ?? null,
    expert: isAnybody || draft.expert === '' ? null : draft.expert,
    durationMin: Math.max(5, lengthOf(draft, context)),
    fromMs: Math.max(readDay(draft.day, context) ?? context.nowMs, context.nowMs),
    untilMs: null,
  };
};

/** When else it could be: a press takes a slot over. */
export const FreeSlots = ({ form }: { readonly form: SessionForm }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const [who, setWho] = useState<'this' | 'any'>('this');
  const { draft, context, change } = form;
  const wanted = wantedOf(form, who === 'any');
  const { value, isStale } = useFreeSlots(wanted);
  const word = (id: string): string => intl.formatMessage({ id });
  if (wanted === null) return null;
  const slots = value?.slots.slice(0, MOST_SHOWN) ?? [];
  return (
    <div className="free-slots" aria-busy={isStale} data-testid="free-slots">
      <h3>{word('session.freeSlots')}</h3>
      {draft.expert === '' ? null : (
        <ChoiceRow
          label={word('session.slotsOf')}
          value={who}
          choices={[
            { value: 'this', label: draft.expert },
            { value: 'any', label: word('session.anyExpert') },
          ]}
          onChange={setWho}
          testId="slots-of"
        />
      )}
      {value !== null && slots.length === 0 ? <p className="quiet">{word('session.noFreeSlot')}</p> : null}
      <ul>
        {slots.map((slot) => (
          <li key={`${slot.expert} ${slot.startMs}`}>
            <button
              type="button"
              className="free-slot"
              onClick={() => change({ ...slotTexts(context.zone, slot), expert: slot.expert })}
              data-testid="free-slot"
            >
              <span>{spanText(instants, slot)}</span>
              {wanted.expert === null ? <bdi className="quiet">{slot.expert}</bdi> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
