import type { ComponentProps } from 'react';
import { useIntl } from 'react-intl';
import { OfferLegend } from './offer-source.tsx';
import { OfferTable } from './offer-table.tsx';
import { RowAdder } from './row-adder.tsx';
import { TiersEditor } from './tiers-editor.tsx';

/** What the support offer says, tier by tier, and from whom we know it. */
export const OfferForm = (props: ComponentProps<typeof OfferTable>) => {
  const intl = useIntl();
  const { draft, problems, onChange } = props;
  return (
    <div className="offer-form" data-reading={onChange === null || undefined}>
      <p className="quiet">{intl.formatMessage({ id: onChange === null ? 'offer.note' : 'offer.editNote' })}</p>
      <OfferLegend />
      <OfferTable {...props} />
      {onChange === null ? null : (
        <>
          <RowAdder draft={draft} onChange={onChange} />
          <section className="policy-section" aria-label={intl.formatMessage({ id: 'policy.tiers' })}>
            <h3>{intl.formatMessage({ id: 'policy.tiers' })}</h3>
            <TiersEditor {...{ draft, problems, onChange }} />
          </section>
        </>
      )}
    </div>
  );
};
