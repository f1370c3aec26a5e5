import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { PLATFORMS } from '../../../shared/ticket/ticket.ts';
import { useApp } from '../../app-context.ts';
import { call, CallFailure } from '../../ipc/client.ts';
import { errorText } from '../../i18n/error-text.ts';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { useLeft } from '../../ui/left-form.ts';
import { LineField } from '../../ui/line-field.tsx';
import { openCustomer } from './customer-dialog-store.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { whenMs } from './read-when.ts';
import { useAction } from './use-action.ts';
import { useReadWhen, WhenField } from './when-field.tsx';

type Platform = (typeof PLATFORMS)[number];

/** The codes of refusals that are about the name. */
const OF_NAME: ReadonlySet<string> = new Set(['customer/name-taken']);

const textOrNull = (text: string): string | null => text.trim() || null;

/** A new customer, or what is known of one: its name too, which its tickets then bear. */
export const CustomerForm = ({ page }: { readonly page: CustomerPage | null }) => {
  const intl = useIntl();
  const { rules } = useApp();
  const form = `customer/${page?.row.id ?? 'new'}`;
  const { run, forget, ...action } = useAction(form);
  const read = useReadWhen();
  const word = (id: string): string => intl.formatMessage({ id });
  const [name, setName] = useLeft(form, 'name', page?.row.name ?? '');
  const [tier, setTier] = useLeft(form, 'tier', 'standard');
  const [isDated, setIsDated] = useLeft(form, 'isDated', false);
  const [since, setSince] = useLeft(form, 'since', '');
  const [language, setLanguage] = useLeft(form, 'language', page?.row.language ?? null);
  const [platforms, setPlatforms] = useLeft<readonly Platform[]>(form, 'platforms', page?.row.platforms ?? []);
  const [site, setSite] = useLeft(form, 'site', page?.site ?? '');
  const [note, setNote] = useLeft(form, 'note', page?.note ?? '');
  const [isChecked, setIsChecked] = useState(false);

  const { failure } = action;
  const isNameFailure = failure instanceof CallFailure && OF_NAME.has(failure.code);
  const nameProblem =
    isChecked && name.trim() === '' ? word('customers.nameMissing') : isNameFailure ? errorText(intl, failure) : null;
  const submit = (): void => {
    setIsChecked(true);
    const sinceMs = isDated ? whenMs(read(since, 'past')) : null;
    if (name.trim() === '' || (page === null && isDated && sinceMs === null)) return;
    const facts = { name, language, platforms: [...platforms], site: textOrNull(site), note: textOrNull(note) };
    const input: CallInput<'customer:save'> =
      page === null ? { id: null, ...facts, tier, sinceMs } : { id: page.row.id, ...facts };
    void run(
      async () => {
        const saved = await call('customer:save', input);
        if (page === null) openCustomer(saved.row.id, 'overview');
        return saved;
      },
      (saved) =>
        intl.formatMessage({ id: page === null ? 'customers.added' : 'customers.saved' }, { name: saved.row.name }),
    );
  };
  const toggle = (platform: Platform): void =>
    setPlatforms(PLATFORMS.filter((one) => (one === platform ? !platforms.includes(one) : platforms.includes(one))));

  return (
    <DialogFrame
      title={word(page === null ? 'command.newCustomer' : 'customers.editTitle')}
      submit={word(page === null ? 'customers.add' : 'customers.save')}
      onSubmit={submit}
      action={action}
      isFailureTold={isNameFailure}
      testId="customer-form"
    >
      <LineField
        label={word('customers.name')}
        value={name}
        onChange={(value) => {
          setName(value);
          forget();
        }}
        problem={nameProblem}
        note={page === null ? undefined : word('customers.nameNote')}
        isFirst
        testId="customer-form-name"
      />
      {page === null ? (
        <>
          <ChoiceRow
            label={word('customers.tier')}
            value={tier}
            choices={rules.policy.tiers.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={setTier}
            testId="customer-form-tier"
          />
          <ChoiceRow
            label={word('customers.since')}
            value={isDated ? 'dated' : 'unknown'}
            choices={[
              { value: 'unknown', label: word('customers.sinceUnknown') },
              { value: 'dated', label: word('customers.sinceDated') },
            ]}
            onChange={(value) => setIsDated(value === 'dated')}
            testId="customer-form-dated"
          />
          {isDated ? (
            <WhenField
              label={word('customers.since')}
              text={since}
              side="past"
              onChange={setSince}
              problem={isChecked && since.trim() === '' ? word('customers.sinceMissing') : null}
              testId="customer-form-since"
            />
          ) : null}
        </>
      ) : null}
      <div className="customer-pair">
        <LanguageChoice value={language} onChange={setLanguage} />
        <fieldset className="customer-platforms">
          <legend className="form-label">{word('customers.platforms')}</legend>
          {PLATFORMS.map((platform) => (
            <label className="check" key={platform}>
              <input type="checkbox" checked={platforms.includes(platform)} onChange={() => toggle(platform)} />
              {platform}
            </label>
          ))}
        </fieldset>
      </div>
      <LineField label={word('customers.site')} value={site} onChange={setSite} testId="customer-form-site" />
      <LineField
        label={word('customers.noteOptional')}
        value={note}
        onChange={setNote}
        rows={3}
        testId="customer-form-note"
      />
    </DialogFrame>
  );
};
