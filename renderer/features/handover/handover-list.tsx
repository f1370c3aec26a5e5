import { IconAlertTriangle, IconCheck, IconHourglass, IconPencil } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { showHandover } from '../../state/handover-store.ts';
import { focusDocument, focusItemSoon } from './focus.ts';
import { titleParts } from './handed-items.ts';
import type { HandoverLine, LeftItem } from './handover-queries.ts';
import { SectionSign } from './section-sign.tsx';
import { useItemWords } from './use-item-words.ts';

const Standing = ({ line }: { readonly line: HandoverLine }) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const { offered, signed, leftCount, acceptedCount, itemCount } = line;
  const say = (id: string, values = {}): string => intl.formatMessage({ id: `handover.${id}` }, values);
  if (offered === null) {
    return (
      <span className="ho-standing" data-tone="open">
        <IconPencil size={12} stroke={2} aria-hidden="true" /> {say('standing.prepared')}
      </span>
    );
  }
  if (signed === null) {
    const isMine = me.role !== 'expert' && offered.by !== me.name;
    return (
      <span className="ho-standing" data-tone="open">
        <IconHourglass size={12} stroke={2} aria-hidden="true" />{' '}
        {say(isMine ? 'standing.forMe' : 'standing.offered', { taken: acceptedCount, count: itemCount })}
      </span>
    );
  }
  return leftCount > 0 ? (
    <span className="ho-standing" data-tone="left">
      <IconAlertTriangle size={12} stroke={2} aria-hidden="true" /> {say('leftCount', { count: leftCount })}
    </span>
  ) : (
    <span className="ho-standing" data-tone="done">
      <IconCheck size={12} stroke={2.4} aria-hidden="true" /> {say('standing.signed')}
    </span>
  );
};

type Props = {
  readonly lines: readonly HandoverLine[];
  readonly left: readonly LeftItem[];
  readonly shownId: string | null;
};

/** Arrows walk through the list; to the right lies the document. */
const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key === 'ArrowRight') {
    if (focusDocument(null)) event.preventDefault();
    return;
  }
  const step =
    event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = all.findIndex((one) => one === document.activeElement);
  all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus();
};

/** The handovers, the one under way first; below them what nobody accepted, as long as that is so. */
export const HandoverList = ({ lines, left, shownId }: Props) => {
  const intl = useIntl();
  const { instants } = useApp();
  const words = useItemWords();
  const word = (id: string): string => intl.formatMessage({ id: `handover.${id}` });
  return (
    // The keys are those of the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      className="ho-list"
      aria-label={word('list')}
      onKeyDown={onKeyDown}
      data-handover-list
      data-testid="handover-list"
    >
      {left.length === 0 ? null : (
        <section className="ho-left" aria-label={word('left')} data-testid="handover-left">
          <h2>
            <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />
            {intl.formatMessage({ id: 'handover.leftTitle' }, { count: left.length })}
          </h2>
          <ul>
            {left.map(({ handoverId, item }) => {
              const { reference, rest } = titleParts(item);
              return (
                <li key={`${handoverId} ${item.id}`}>
                  <button
                    type="button"
                    className="ho-left-item"
                    title={intl.formatMessage({ id: `handover.section.${item.section}` })}
                    onClick={() => {
                      showHandover(handoverId, item.id);
                      focusItemSoon(item.id);
                    }}
                    data-testid="left-item"
                  >
                    <SectionSign section={item.section} />
                    <span>
                      {reference === null ? null : <bdi className="ho-reference">{reference} </bdi>}
                      <bdi>{rest}</bdi>
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <ul className="ho-lines">
        {lines.map((line) => (
          <li key={line.id}>
            <button
              type="button"
              className="ho-line"
              aria-current={line.id === shownId || undefined}
              onClick={() => showHandover(line.id)}
              data-testid="handover-line"
            >
              <span className="ho-line-when">
                {words.at((line.signed ?? line.offered ?? line.begun).atMs)}
                <span className="quiet">
                  {intl.formatMessage({ id: 'handover.until' }, { at: instants.near(line.untilMs, line.begun.atMs) })}
                </span>
              </span>
              <span className="ho-line-who">
                <bdi>{(line.offered ?? line.begun).by}</bdi>
                {' → '}
                {line.signed === null ? '…' : <bdi>{line.signed.by}</bdi>}
              </span>
              <Standing line={line} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};
