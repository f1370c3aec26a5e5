import { useEffect, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { FormField, type FieldIds } from '../../ui/form-field.tsx';
import type { CreateDraft } from './create-draft.ts';
import { CustomerFacts } from './customer-facts.tsx';
import { customerOptions, type CustomerOption } from './customer-options.ts';
import { useCustomerHits } from './use-customer-hits.ts';

type Props = {
  readonly draft: CreateDraft;
  readonly problem: string | null;
  readonly onChange: (change: Partial<CreateDraft>) => void;
  /** One was chosen by key or mouse: the form goes on. `isLate`: it goes on already, since `onAwaited`. */
  readonly onChosen: (option: CustomerOption, isLate: boolean) => void;
  /** One was asked for whose answer is on its way: the form goes on without it. */
  readonly onAwaited: () => void;
};

const LIST_ID = 'create-customers';
const optionId = (index: number): string => `${LIST_ID}-${index}`;

const Option = ({ option }: { readonly option: CustomerOption }) => {
  const intl = useIntl();
  if (option.kind === 'new') {
    return (
      <span className="customer-new">{intl.formatMessage({ id: 'create.newCustomer' }, { name: option.name })}</span>
    );
  }
  return (
    <>
      <bdi>{option.hit.name}</bdi>
      <CustomerFacts hit={option.hit} />
    </>
  );
};

/** A customer's name, found as it is typed. Enter or Tab takes the marked one; a name that nobody has makes a new customer. */
export const CustomerField = ({ draft, problem, onChange, onChosen, onAwaited }: Props) => {
  const intl = useIntl();
  const { customerText: text, customer, newTier } = draft;
  const [isOpen, setIsOpen] = useState(text !== '' && customer === null && newTier === null);
  const [active, setActive] = useState(0);
  /** Enter came before the answer: its first option is taken as soon as it is there. */
  const [isAwaited, setIsAwaited] = useState(false);
  const found = useCustomerHits(text, isOpen || isAwaited);
  const isCurrent = found !== null && found.text === text;
  const options = found === null ? [] : customerOptions(found);
  const isListed = isOpen && options.length > 0;

  const choose = (option: CustomerOption): void => {
    setIsOpen(false);
    setIsAwaited(false);
    onChange(
      option.kind === 'known'
        ? { customer: option.hit, customerText: option.hit.name, newTier: null }
        : { customer: null, customerText: option.name, newTier: newTier ?? 'standard' },
    );
    onChosen(option, isAwaited);
  };
  const [first] = options;
  useEffect(() => {
    // The answer is what was waited for: there is no event of the user's to hang it on.
    // oxlint-disable-next-line react/set-state-in-effect
    if (isAwaited && isCurrent && first !== undefined) choose(first);
  });

  const take = (event: KeyboardEvent): void => {
    const option = options[active];
    if (customer !== null || newTier !== null || text.trim() === '') return;
    event.preventDefault();
    if (isCurrent && option !== undefined) choose(option);
    else {
      setIsAwaited(true);
      // Now: what is typed next is not of the customer's name.
      onAwaited();
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (isListed) setActive((active + step + options.length) % options.length);
      setIsOpen(true);
    } else if (event.key === 'Escape' && isListed) {
      setIsOpen(false);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (isListed && text.trim() === '') choose(options[active] as CustomerOption);
      else take(event);
    } else if (event.key === 'Tab' && !event.shiftKey) take(event);
  };

  const field = (ids: FieldIds) => (
    <div className="customer-box">
      <input
        {...ids}
        className="input"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={LIST_ID}
        aria-activedescendant={isListed ? optionId(active) : undefined}
        data-mantine-stop-propagation={isListed || undefined}
        // The dialog is for this field first, and a key may come at once.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        data-autofocus
        data-field="customer"
        autoComplete="off"
        spellCheck={false}
        maxLength={400}
        value={text}
        placeholder={intl.formatMessage({ id: 'create.customerHint' })}
        onChange={({ currentTarget: { value } }) => {
          onChange({ customerText: value, customer: null, newTier: null });
          setActive(0);
          setIsAwaited(false);
          setIsOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      />
      <div
        id={LIST_ID}
        className="customer-list"
        role="listbox"
        hidden={!isListed}
        aria-label={intl.formatMessage({ id: 'create.customers' })}
      >
        {options.map((option, index) => (
          // The keys are those of the field, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={option.kind === 'known' ? option.hit.id : 'new'}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            data-testid="customer-option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            <Option option={option} />
          </div>
        ))}
      </div>
    </div>
  );
  return (
    <FormField label={intl.formatMessage({ id: 'create.customer' })} problem={problem}>
      {field}
    </FormField>
  );
};
