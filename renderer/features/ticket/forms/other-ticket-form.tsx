import { useIntl } from 'react-intl';
import type { TicketCommand } from '../../../../shared/ticket/command.ts';
import { compiled, problemsIn, textIn, type FormProps, type Problems, type Values } from './form-model.ts';
import { FormFrame } from './form-frame.tsx';
import { SuggestField } from './suggest-field.tsx';
import { findTickets } from './ticket-suggestions.tsx';
import { useTicketForm } from './use-ticket-form.ts';

type Props = FormProps & {
  readonly action: string;
  readonly note: string;
  readonly label: string;
  readonly commandOf: (ticketId: number) => TicketCommand;
};

const check = (values: Values): Problems => {
  const problems = problemsIn(values, { needed: ['other'] });
  if (Object.keys(problems).length > 0 || textIn(values, 'otherId') !== '') return problems;
  return { other: 'form.problem.ticket' };
};

/** A form that names another ticket. */
export const OtherTicketForm = ({ action, note, label, commandOf, ...props }: Props) => {
  const intl = useIntl();
  const form = useTicketForm(props, {
    initial: () => ({}),
    compile: (values) => compiled(check(values), () => [commandOf(Number(textIn(values, 'otherId')))]),
  });
  return (
    <FormFrame form={form} action={action} note={intl.formatMessage({ id: note })}>
      <SuggestField
        form={form}
        name="other"
        label={label}
        placeholder={intl.formatMessage({ id: 'form.other.example' })}
        search={findTickets(new Set(props.tickets.map(({ id }) => id)))}
        onPick={(picked) => ({ otherId: picked?.key ?? '' })}
      />
    </FormFrame>
  );
};
