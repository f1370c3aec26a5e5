import { Modal } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import type { TicketCommand } from '../../../shared/ticket/command.ts';
import { knownRows } from '../../ipc/known-facts.ts';
import { closeBulk, useBulkStore, type BulkOrder } from '../../state/bulk-store.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { FormBody } from '../ticket/forms/form-body.tsx';
import { BulkPreview } from './bulk-preview.tsx';
import { clearChecked } from './check.ts';

const finish = (): void => {
  clearChecked();
  closeBulk();
};

/** The rows that the window knows of the tickets: a form offers what they have in common. */
const rowsOf = (ids: readonly number[]): readonly QueueRow[] => {
  const rows = knownRows();
  return ids.flatMap((id) => rows.get(id) ?? []);
};

const BulkBody = ({ order }: { readonly order: BulkOrder }) => {
  useFocusBack();
  const [commands, setCommands] = useState<readonly TicketCommand[] | null>(
    order.kind === 'commands' ? order.commands : null,
  );
  const [isFormShown, setIsFormShown] = useState(order.kind === 'form');
  const [tickets] = useState(() => rowsOf(order.ids));
  const frame = useRef<HTMLDivElement>(null);
  // The form has put the focus into its first field: the dialog, which looks for a place of its own later, finds it there.
  useLayoutEffect(() => {
    const field = document.activeElement;
    if (frame.current?.contains(field) === true) field?.setAttribute('data-autofocus', '');
  }, []);
  const goBack = (): void => {
    setIsFormShown(true);
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('textarea, input, select')?.focus());
  };
  const submit = (filled: readonly TicketCommand[]): void => {
    setCommands(filled);
    setIsFormShown(false);
  };
  return (
    <>
      {order.kind === 'form' ? (
        // It stays while the preview shows, so that going back finds what was filled in.
        <div className="bulk-form" ref={frame} hidden={!isFormShown}>
          <FormBody
            form={order.form}
            tickets={tickets}
            detail={null}
            onSubmit={submit}
            onCancel={closeBulk}
            error={null}
          />
        </div>
      ) : null}
      {commands === null || isFormShown ? null : (
        <BulkPreview
          verb={order.title}
          ids={order.ids}
          commands={commands}
          onBack={order.kind === 'form' ? goBack : null}
          onCancel={closeBulk}
          onDone={finish}
        />
      )}
    </>
  );
};

/** One command for all checked tickets: what it shall say, what it would do, and then it is done. */
export const BulkDialog = () => {
  const intl = useIntl();
  const order = useBulkStore((store) => store.order);
  if (order === null) return null;
  return (
    <Modal
      opened
      onClose={closeBulk}
      title={intl.formatMessage({ id: 'bulk.title' }, { verb: order.title, count: order.ids.length })}
      size={560}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }) }}
    >
      <div data-testid="bulk-dialog">
        <BulkBody order={order} key={`${order.title} ${order.ids.length}`} />
      </div>
    </Modal>
  );
};
