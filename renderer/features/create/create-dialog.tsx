import '../../styles/create.css';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { loadDraft } from '../../ipc/kept-draft.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { emptyDraft, restoreDraft, type CreateDraft } from './create-draft.ts';
import { CreateForm } from './create-form.tsx';
import { CREATE_DRAFT } from './create-ticket.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { takeTypedAhead, TypeAhead } from '../../ui/dialog-type-ahead.ts';

type Kept = { readonly draft: CreateDraft | null; readonly typed: string };

/** A new ticket. What was typed before and not sent is there again. */
export const CreateDialog = () => {
  const intl = useIntl();
  const { state } = useApp();
  const [kept, setKept] = useState<Kept | null>(null);
  // Where the keys go back to when nothing is created.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    let isGone = false;
    void loadDraft(CREATE_DRAFT).then((kept) => {
      if (isGone) return;
      const draft = restoreDraft(kept, emptyDraft(state.language));
      // At once: the next key goes to the field.
      flushSync(() => setKept({ draft, typed: takeTypedAhead() }));
    });
    return () => {
      isGone = true;
      takeTypedAhead();
    };
  }, [state.language]);
  const cancel = (): void => {
    closeOverlay();
    requestAnimationFrame(() => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    });
  };
  if (kept === null) return <TypeAhead />;
  return (
    <Dialog onClose={cancel} title={intl.formatMessage({ id: 'create.heading' })} size={820}>
      <CreateForm restored={kept.draft} typed={kept.typed} onCancel={cancel} />
    </Dialog>
  );
};
