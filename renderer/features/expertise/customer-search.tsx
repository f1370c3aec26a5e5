import { useIntl } from 'react-intl';
import { FormField } from '../../ui/form-field.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useWorkSearches } from './use-work-searches.tsx';
import type { ChosenCustomer } from './work-draft.ts';

type Props = {
  readonly text: string;
  readonly customer: ChosenCustomer | null;
  readonly isMissing: boolean;
  readonly placeholder: string;
  readonly onType: (text: string) => void;
  readonly onChoose: (customer: ChosenCustomer) => void;
  /** Goes on to the next field, at once where the answer is on its way. */
  readonly onNext?: () => void;
  /** The form was opened for this customer, who is not for it to change. */
  readonly stays?: boolean;
};

/** For whom: found as one types, with what each has left of its hours. */
export const CustomerSearch = (props: Props) => {
  const { text, customer, isMissing, placeholder, onType, onChoose, onNext, stays = false } = props;
  const intl = useIntl();
  const searches = useWorkSearches();
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <FormField label={word('create.customer')} problem={isMissing ? word('work.wrong.customer') : null}>
      {(ids) =>
        stays ? (
          <input {...ids} className="input" data-field="customer" value={text} readOnly tabIndex={-1} />
        ) : (
          <SearchField
            ids={ids}
            name="customer"
            text={text}
            isChosen={customer !== null}
            search={searches.customers}
            onType={onType}
            onChoose={(chosen, isLate) => {
              onChoose(chosen);
              if (!isLate) onNext?.();
            }}
            {...(onNext === undefined ? {} : { onAwaited: onNext })}
            listLabel={word('create.customers')}
            placeholder={placeholder}
            none={word('work.noCustomer')}
          />
        )
      }
    </FormField>
  );
};
