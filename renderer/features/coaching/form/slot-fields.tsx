import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../../app-context.ts';
import { FormField } from '../../../ui/form-field.tsx';
import { useZone } from '../../ticket/forms/use-zone.ts';
import { lengthText, minutesOf, spanText } from '../session-words.ts';
import { slotTexts, stepSlot, type ReadSlot, type SlotField, type TypedSlot } from './read-slot.ts';

const FIELDS = ['day', 'start', 'end'] as const satisfies readonly SlotField[];

type Props = {
  readonly typed: TypedSlot;
  readonly slot: ReadSlot;
  /** Saving was tried: what is missing is told. */
  readonly isChecked: boolean;
  readonly onChange: (typed: Partial<TypedSlot>) => void;
};

/** Day, start and end as people type them; the arrows go by days and quarters of an hour. What it comes to stands below. */
export const SlotFields = ({ typed, slot, isChecked, onChange }: Props) => {
  const intl = useIntl();
  const zone = useZone();
  const { instants, isForeignZone } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  const step = (field: SlotField, event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (by === 0 || slot.kind !== 'slot') return;
    event.preventDefault();
    onChange(slotTexts(zone, stepSlot(zone, slot, field, by)));
  };
  // Half a word is no mistake yet: what can be read and is wrong is told at once.
  const fault =
    slot.kind === 'fault' && (isChecked || slot.fault !== 'unreadable')
      ? word(`session.slot.${slot.fault}`)
      : slot.kind === 'incomplete' && isChecked
        ? word('session.slot.missing')
        : null;
  const wrongField = fault !== null && slot.kind !== 'slot' ? slot.field : null;
  const zoneName = slot.kind === 'slot' && isForeignZone ? ` ${instants.zoneName(slot.startMs)}` : '';
  const told =
    slot.kind === 'slot'
      ? `= ${spanText(instants, slot)}${zoneName}, ${lengthText(intl, minutesOf(slot))}`
      : word('session.slot.hint');
  return (
    <div className="slot-fields">
      {FIELDS.map((field) => (
        <FormField label={word(`session.field.${field}`)} key={field}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              data-field={field}
              aria-invalid={wrongField === field || undefined}
              aria-describedby="slot-told"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              placeholder={word(`session.example.${field}`)}
              value={typed[field]}
              onChange={({ currentTarget: { value } }) => onChange({ [field]: value })}
              onKeyDown={(event) => step(field, event)}
              data-testid={`slot-${field}`}
            />
          )}
        </FormField>
      ))}
      <p id="slot-told" className="form-told" data-wrong={fault !== null || undefined} data-testid="slot-told">
        {fault ?? told}
      </p>
    </div>
  );
};
