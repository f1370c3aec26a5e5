import { useIntl } from 'react-intl';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { Unknown } from '../../ui/unknown.tsx';
import { languageName } from '../ticket/forms/language-name.ts';
import { ContactList } from './contact-list.tsx';
import { PersonalData } from './personal-data.tsx';
import { TierHistory } from './tier-history.tsx';

/** What is known of a customer, whom to reach, and its tiers in time. */
export const Overview = ({ page }: { readonly page: CustomerPage }) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const { row, site, note } = page;
  return (
    <div className="customer-overview">
      <section className="card customer-card" aria-labelledby="customer-facts">
        <header>
          <h3 id="customer-facts">{word('customers.facts')}</h3>
        </header>
        <dl className="customer-known">
          <dt>{word('customers.platforms')}</dt>
          <dd>{row.platforms.length === 0 ? <Unknown /> : row.platforms.join(', ')}</dd>
          <dt>{word('customers.language')}</dt>
          <dd>{row.language === null ? <Unknown /> : languageName(intl.locale, row.language)}</dd>
          <dt>{word('customers.site')}</dt>
          <dd>{site === null ? <Unknown /> : <bdi>{site}</bdi>}</dd>
          <dt>{word('customers.note')}</dt>
          <dd className="customer-note">{note === null ? <Unknown label="notYet" /> : <bdi>{note}</bdi>}</dd>
        </dl>
      </section>
      <ContactList page={page} />
      <TierHistory page={page} />
      <PersonalData page={page} />
    </div>
  );
};
