import { IconX } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import type { TicketRef } from '../../../shared/ticket/ticket.ts';
import { runCommands } from '../../ipc/run-commands.ts';
import { tellDone, tellRefusal } from '../desk/tell-result.ts';
import { openTicket } from '../queue/open-ticket.ts';
import { Fact } from './fact.tsx';
import { useMayDo } from './use-may-do.ts';

const Reference = ({ ticketRef }: { readonly ticketRef: TicketRef }) => (
  <button type="button" className="link" onClick={() => openTicket(ticketRef.ticketId)}>
    <bdi>{ticketRef.reference}</bdi>
  </button>
);

/** The other tickets that this one has to do with. */
export const TicketRelations = ({ detail }: { readonly detail: TicketDetail }) => {
  const intl = useIntl();
  const mayDo = useMayDo(detail);
  const { row, links, mergedInto } = detail;
  const unlink = async ({ ticketId }: TicketRef): Promise<void> => {
    const commands = [{ kind: 'unlink', ticketId }] as const;
    try {
      const { commandId } = await runCommands([{ id: row.id, expectedVersion: null }], commands);
      tellDone(row.reference, commands, commandId);
    } catch (error) {
      tellRefusal(error);
    }
  };
  return (
    <>
      {links.length === 0 ? null : (
        <Fact name={intl.formatMessage({ id: 'page.links' })} isWide>
          <span className="tags">
            {links.map((link) => (
              <span className="tag" key={link.ticketId}>
                <Reference ticketRef={link} />
                {mayDo('link') ? (
                  <button
                    type="button"
                    className="tag-remove"
                    onClick={() => void unlink(link)}
                    aria-label={intl.formatMessage({ id: 'page.unlink' }, { reference: link.reference })}
                  >
                    <IconX size={11} stroke={2.4} aria-hidden="true" />
                  </button>
                ) : null}
              </span>
            ))}
          </span>
        </Fact>
      )}
      {mergedInto === null ? null : (
        <Fact name={intl.formatMessage({ id: 'page.mergedInto' })} isWide>
          <Reference ticketRef={mergedInto} />
        </Fact>
      )}
    </>
  );
};
