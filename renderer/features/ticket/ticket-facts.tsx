import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';
import { openForm } from '../../state/desk-store.ts';
import { Unknown } from '../../ui/unknown.tsx';
import { StateWord } from '../queue/state-word.tsx';
import { openFormAt } from './forms/field-focus.ts';
import { languageName } from './forms/language-name.ts';
import { Fact, factText } from './fact.tsx';
import { TicketMoments } from './ticket-moments.tsx';
import { TicketRelations } from './ticket-relations.tsx';
import { useMayDo } from './use-may-do.ts';

type Props = { readonly detail: TicketDetail };

const PriorityWord = ({ detail }: Props) => {
  const intl = useIntl();
  const { row, impact, urgency } = detail;
  if (row.priority === null) return <Unknown />;
  return (
    <span>
      <span data-priority={row.priority}>{intl.formatMessage({ id: `priority.${row.priority}` })}</span>
      {impact === null || urgency === null ? null : (
        <span className="fact-more">
          {intl.formatMessage(
            { id: 'page.matrix' },
            {
              impact: intl.formatMessage({ id: `grade.impact.${impact}` }),
              urgency: intl.formatMessage({ id: `grade.urgency.${urgency}` }),
            },
          )}
        </span>
      )}
    </span>
  );
};

const LevelWord = ({ detail }: Props) => {
  const intl = useIntl();
  const { level, escalatedTo } = detail.row;
  return (
    <span>
      {intl.formatMessage({ id: `level.${level}` })}
      {escalatedTo === null ? null : (
        <span className="mark mark-pending" data-testid="escalation-pending">
          {intl.formatMessage(
            { id: 'page.escalationPending' },
            { level: intl.formatMessage({ id: `level.${escalatedTo}` }) },
          )}
        </span>
      )}
      {detail.bounceCount === 0 ? null : (
        <span className="fact-more">{intl.formatMessage({ id: 'page.bounces' }, { count: detail.bounceCount })}</span>
      )}
    </span>
  );
};

/** What is known of a ticket, and the way to change it; what its source did not tell stays visibly unknown. */
export const TicketFacts = ({ detail }: Props) => {
  const intl = useIntl();
  const { instants, state } = useApp();
  const mayDo = useMayDo(detail);
  const { row } = detail;
  const word = (id: string): string => intl.formatMessage({ id });
  const edit = (field: string): (() => void) | undefined =>
    mayDo('edit') ? () => openFormAt('edit', field) : undefined;
  const named = (value: string | null): ReactNode =>
    value === null ? null : <span>{value === state.me.name ? word('page.me') : <bdi title={value}>{value}</bdi>}</span>;
  return (
    <section className="card" aria-label={word('ticket.facts')} data-testid="ticket-facts">
      <dl className="facts">
        <Fact name={word('column.state')} testId="fact-state">
          <StateWord state={row.state} />
          <span className="fact-more">
            {intl.formatMessage({ id: 'page.since' }, { at: instants.due(detail.stateSinceMs) })}
          </span>
        </Fact>
        <Fact
          name={word('filter.priorities')}
          onEdit={mayDo('priority') ? () => openForm('priority') : undefined}
          testId="fact-priority"
        >
          <PriorityWord detail={detail} />
        </Fact>
        <Fact name={word('filter.levels')} testId="fact-level">
          <LevelWord detail={detail} />
        </Fact>
        <Fact
          name={word('column.assignee')}
          onEdit={mayDo('assign') ? () => openForm('assign') : undefined}
          testId="fact-assignee"
        >
          {named(row.assignee) ?? <Unknown label="unassigned" />}
        </Fact>
        <Fact name={word('page.owner')} onEdit={edit('owner')}>
          {named(row.owner) ?? <Unknown />}
        </Fact>
        {detail.group === null ? null : <Fact name={word('ticket.group')}>{factText(detail.group)}</Fact>}
        <Fact name={word('ticket.kind')} onEdit={edit('category')}>
          <span>
            {detail.category === null ? <Unknown /> : word(`category.${detail.category}`)}
            {detail.isBeta ? <span className="mark">{word('ticket.beta')}</span> : null}
          </span>
        </Fact>
        <Fact name={word('page.platform')} onEdit={edit('platform')}>
          {factText(detail.platform)}
        </Fact>
        <Fact name={word('page.language')} onEdit={edit('language')}>
          {detail.language === null ? <Unknown /> : languageName(intl.locale, detail.language)}
        </Fact>
        <Fact name={word('ticket.requester')} onEdit={edit('requester')}>
          {factText(detail.requester)}
        </Fact>
        <Fact name={word('page.contact')} onEdit={edit('contact')}>
          {factText(detail.contact)}
        </Fact>
        <Fact name={word('ticket.channel')} onEdit={edit('channel')}>
          {factText(detail.channel)}
        </Fact>
        <TicketMoments detail={detail} />
        <Fact
          name={word('page.tags')}
          isWide
          onEdit={mayDo('tags') ? () => openForm('tags') : undefined}
          testId="fact-tags"
        >
          {row.tags.length === 0 ? (
            <span className="quiet">{word('page.noTags')}</span>
          ) : (
            <span className="tags">
              {row.tags.map((tag) => (
                <bdi className="tag" key={tag}>
                  {tag}
                </bdi>
              ))}
            </span>
          )}
        </Fact>
        <TicketRelations detail={detail} />
      </dl>
    </section>
  );
};
