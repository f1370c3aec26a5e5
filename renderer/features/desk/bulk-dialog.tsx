import '../../styles/bulk-dialog.css';
import { Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import type { TicketCommand } from '../../../shared/ticket/command.ts';
import { errorText } from '../../i18n/error-text.ts';
import { closeBulk, useBulkStore, type BulkOrder } from '../../state/bulk-store.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { FormBody } from '../ticket/forms/form-body.tsx';
import { BulkPreview } from './bulk-preview.tsx';
import { clearChecked } from './check.ts';
import { askRows, rowsAtHand } from './rows-of.ts';

type BodyProps = { readonly order: BulkOrder; readonly tickets: readonly QueueRow[] };

const BulkBody = ({ order, tickets }: BodyProps) => {
  const [commands, setCommands] = useState<readonly TicketCommand[] | null>(
    order.kind === 'commands' ? order.commands : null,
  );
  const [isFormShown, setIsFormShown] = useState(order.kind === 'form');
  const frame = useRef<HTMLDivElement>(null);
  // Tells the form what became of what it submitted.
  const tellForm = useRef((_isDone: boolean): void => {});
  const goBack = (): void => {
    tellForm.current(false);
    setIsFormShown(true);
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('textarea, input, select')?.focus());
  };
  const submit = (filled: readonly TicketCommand[]): Promise<boolean> => {
    setCommands(filled);
    setIsFormShown(false);
    return new Promise((resolve) => {
      tellForm.current = resolve;
    });
  };
  const finish = (): void => {
    tellForm.current(true);
    clearChecked();
    closeBulk();
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

/** Rows that are not at hand come first: a form that begins without them would take several tickets for one. */
const BulkLoader = ({ order }: { readonly order: BulkOrder }) => {
  const intl = useIntl();
  useFocusBack();
  const [tickets, setTickets] = useState(() => (order.kind === 'commands' ? [] : rowsAtHand(order.ids)));
  const [error, setError] = useState<unknown>(null);
  const { ids } = order;
  useEffect(() => {
    if (tickets === null) askRows(ids).then(setTickets, setError);
  }, [tickets, ids]);
  if (error !== null) return <p className="bulk-outlook">{errorText(intl, error)}</p>;
  if (tickets === null) return <p className="bulk-outlook">{intl.formatMessage({ id: 'loading' })}</p>;
  return <BulkBody order={order} tickets={tickets} />;
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
        <BulkLoader order={order} key={`${order.title} ${order.ids.length}`} />
      </div>
    </Modal>
  );
};
