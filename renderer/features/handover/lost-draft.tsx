import { IconAlertTriangle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { editItem, useHandoverStore } from '../../state/handover-store.ts';
import { forgetLeft, leftIn } from '../../ui/left-form.ts';
import { focusDocument } from './focus.ts';
import { draftForm, type ItemDraft } from './item-draft.ts';

/** What somebody was writing about an item that was taken out meanwhile: it can be copied from here. */
export const LostDraft = ({ page }: { readonly page: HandoverPage }) => {
  const intl = useIntl();
  const editing = useHandoverStore((store) => store.editing);
  if (editing === null || page.items.some(({ id }) => id === editing)) return null;
  const draft = leftIn<ItemDraft>(draftForm(page.id, editing));
  const leave = (): void => {
    forgetLeft(draftForm(page.id, editing));
    editItem(null);
    focusDocument(null);
  };
  return (
    <div className="ho-told" data-tone="warn" role="alert" data-testid="lost-draft">
      <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
      <div>
        <p>{intl.formatMessage({ id: 'handover.lost' })}</p>
        {[draft?.nextAction, draft?.update, draft?.note]
          .filter((text) => text !== undefined && text !== '')
          .map((text) => (
            <p key={text} className="ho-lost-text">
              <bdi>{text}</bdi>
            </p>
          ))}
        <div className="ho-told-do">
          <button type="button" className="banner-button" onClick={leave}>
            {intl.formatMessage({ id: 'handover.discard' })}
          </button>
        </div>
      </div>
    </div>
  );
};
