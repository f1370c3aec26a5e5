import { useIntl } from 'react-intl';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { useItemWords } from './use-item-words.ts';

/** Who did what with a handover, on which machine. */
export const Trail = ({ page }: { readonly page: HandoverPage }) => {
  const intl = useIntl();
  const { at } = useItemWords();
  return (
    <details className="ho-trail">
      <summary>{intl.formatMessage({ id: 'handover.trail' }, { count: page.trail.length })}</summary>
      <ol>
        {page.trail.map(({ kind, actor, workstation, atMs }, i) => (
          // The record is only ever added to: its place is what an event is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            <time dateTime={new Date(atMs).toISOString()}>{at(atMs)}</time>
            <bdi>{actor}</bdi>
            <span>{intl.formatMessage({ id: `handover.did.${kind}` })}</span>
            <bdi className="quiet">{workstation}</bdi>
          </li>
        ))}
      </ol>
    </details>
  );
};
