import { useIntl } from 'react-intl';
import type { AuditRow } from '../../../shared/ipc/audit-schemas.ts';
import { useApp } from '../../app-context.ts';
import { goTo } from '../../state/desk-store.ts';
import { showHandover } from '../../state/handover-store.ts';
import { openTicket } from '../queue/open-ticket.ts';
import { eventTexts } from '../ticket/event-texts.ts';
import { auditWords, factName, factValue } from './audit-words.ts';

const Changes = ({ changes }: Pick<AuditRow, 'changes'>) => {
  const intl = useIntl();
  const { instants } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  if (changes.length === 0) return <p className="quiet">{word('audit.noChange')}</p>;
  return (
    <table className="audit-changes">
      <thead>
        <tr>
          <th scope="col">{word('audit.fact')}</th>
          <th scope="col">{word('audit.before')}</th>
          <th scope="col">{word('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ fact, before, after }) => (
          <tr key={fact} data-fact={fact}>
            <th scope="row">{factName(intl, fact)}</th>
            <td>
              <bdi>{factValue(intl, instants, fact, before)}</bdi>
            </td>
            <td>
              <bdi>{factValue(intl, instants, fact, after)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Whom an event is about; a handover names itself elsewhere, and the passphrase is nobody's. */
const aboutOf = ({
  handover,
  request,
  person,
  customer,
}: AuditRow): readonly (readonly [name: string, value: string])[] => {
  if (handover !== null || person === '') return [];
  const asked = request === null ? [] : ([['audit.asker', request.by]] as const);
  if (request !== null && customer === '') return asked;
  return person === null ? [...asked, ['audit.customer', customer]] : [['people.person', person]];
};

/** One event whole: who recorded it where and when, what it changed, and what was written. */
export const AuditDetail = ({ row }: { readonly row: AuditRow }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  const { atMs, recordedAtMs, actor, workstation, kind, payload, ticket, voidedBy, seq, handover, request, person } =
    row;
  const texts =
    handover !== null || request !== null
      ? []
      : eventTexts({ id: String(seq), atMs, recordedAtMs, actor, kind, payload, voidedBy: null });
  const facts: readonly (readonly [name: string, value: string])[] = [
    ['audit.recorded', instants.full(recordedAtMs)],
    ['audit.happened', instants.full(atMs)],
    ['audit.actor', actor],
    ['audit.workstation', workstation],
    ...aboutOf(row),
    ...(voidedBy === null ? [] : ([['audit.undone', `${voidedBy.actor}, ${instants.full(voidedBy.atMs)}`]] as const)),
  ];
  return (
    // It scrolls, so keys must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className="audit-detail" tabIndex={0} aria-label={word('audit.event')} data-testid="audit-detail">
      <h2>
        <bdi>{auditWords(intl, row)}</bdi>
      </h2>
      {ticket === null ? null : ticket.isListed ? (
        <button type="button" className="link" onClick={() => openTicket(ticket.id)} data-testid="audit-open">
          <bdi>{ticket.reference}</bdi>
        </button>
      ) : (
        <p>
          <bdi>{ticket.reference}</bdi> <span className="quiet">{word('audit.notListed')}</span>
        </p>
      )}
      {handover === null ? null : (
        <button
          type="button"
          className="link"
          onClick={() => {
            showHandover(handover.id);
            goTo('handover');
          }}
          data-testid="audit-open-handover"
        >
          {intl.formatMessage({ id: 'audit.handover' }, { by: handover.by })} {instants.due(handover.begunAtMs)}
        </button>
      )}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{word(name)}</dt>
            <dd>
              <bdi>{value === '' ? '—' : value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {((handover ?? request) !== null && row.changes.length === 0) || person === '' ? null : (
        <Changes changes={row.changes} />
      )}
      {texts.map(({ label, text }) => (
        <p className="audit-text" key={`${label} ${text}`}>
          {label === null ? null : <span className="comment-label">{word(label)}</span>}
          <bdi>{text}</bdi>
        </p>
      ))}
    </aside>
  );
};
