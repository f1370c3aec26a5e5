import { useIntl } from 'react-intl';
import { momentText, parseMoment, type MomentSide } from '../../../../shared/time/parse-moment.ts';
import { useApp } from '../../../app-context.ts';
import { Field, type FieldProps } from './field.tsx';
import { instantField } from './form-model.ts';
import { useZone } from './use-zone.ts';

type Props = Omit<FieldProps, 'isOptional'> & { readonly side: MomentSide };

/** What follows from what was typed, beside the field: the instant, or why there is none. */
const Reading = ({ form, name, side }: Omit<Props, 'label'>) => {
  const intl = useIntl();
  const { instants, isForeignZone } = useApp();
  const typed = (form.values[name] ?? '').trim();
  const read = form.values[instantField(name)] ?? '';
  const ms = Number(read);
  if (typed === '') return <span>{intl.formatMessage({ id: `form.moment.${side}` })}</span>;
  if (read === '' || !Number.isFinite(ms)) {
    const id = read === 'wrongSide' ? `form.moment.${side}Only` : 'form.moment.unreadable';
    return <span className="field-problem">{intl.formatMessage({ id })}</span>;
  }
  const at = instants.due(ms);
  return <span className="moment-read">= {isForeignZone ? `${at} ${instants.zoneName(ms)}` : at}</span>;
};

/** When something happened or will, in the ways that people write it; what it comes to stands beside it while they type. */
export const MomentField = ({ side, ...field }: Props) => {
  const intl = useIntl();
  const zone = useZone();
  const { form, name } = field;

  const type = (text: string): void => {
    const moment = parseMoment(text, { nowMs: Date.now(), zone, side });
    form.change({ [name]: text, [instantField(name)]: moment.kind === 'moment' ? String(moment.atMs) : moment.kind });
  };
  /** Written out, so that it says the same an hour later. */
  const settle = (): void => {
    const ms = Number(form.values[instantField(name)] ?? '');
    const text = (form.values[name] ?? '').trim();
    if (text === '' || !Number.isFinite(ms) || ms === 0 || text === momentText(zone, ms)) return;
    form.change({ [name]: momentText(zone, ms) });
  };

  return (
    <Field {...field} hint={<Reading form={form} name={name} side={side} />}>
      {(control) => (
        <input
          {...control}
          type="text"
          className="moment"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          placeholder={intl.formatMessage({ id: `form.moment.${side}Example` })}
          value={form.values[name] ?? ''}
          onChange={({ currentTarget }) => type(currentTarget.value)}
          onBlur={settle}
        />
      )}
    </Field>
  );
};

/** When it happened: now, unless something else is typed. */
export const HappenedField = ({ form }: Pick<FieldProps, 'form'>) => (
  <MomentField form={form} name="at" label="form.at" side="past" />
);
