import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { useApp } from '../../app-context.ts';
import { useHandoverStore } from '../../state/handover-store.ts';
import { acceptSection } from './acts.ts';
import { DocumentActions } from './document-actions.tsx';
import { acceptable, inSections, type PageItem, type Section } from './handed-items.ts';
import { leftQuery } from './handover-queries.ts';
import { ItemRow, standingOf } from './item-row.tsx';
import { LostDraft } from './lost-draft.tsx';
import { NoteForm } from './note-form.tsx';
import { SectionSign } from './section-sign.tsx';
import { Signatures } from './signatures.tsx';
import { Trail } from './trail.tsx';
import { useItemWords } from './use-item-words.ts';
import { whyNot } from './why-not.ts';

type SectionProps = {
  readonly page: HandoverPage;
  readonly part: Section<PageItem>;
  readonly openIds: ReadonlySet<string>;
  readonly cursor: string | null;
  readonly mayEdit: boolean;
  readonly mayAccept: boolean;
};

const DocumentSection = ({ page, part, openIds, cursor, mayEdit, mayAccept }: SectionProps) => {
  const intl = useIntl();
  const { section, items } = part;
  const isOffered = page.offered !== null;
  const taken = items.filter(({ accepted, late }) => accepted !== null || late !== null).length;
  const open = items.filter(({ id }) => openIds.has(id));
  const [first] = open;
  const name = intl.formatMessage({ id: `handover.section.${section}` });
  return (
    <section className="ho-section" aria-label={name} data-section={section} data-testid={`section-${section}`}>
      <header>
        <SectionSign section={section} />
        <h3>{name}</h3>
        <span className="quiet">
          {isOffered
            ? intl.formatMessage({ id: 'handover.taken' }, { taken, count: items.length })
            : intl.formatNumber(items.length)}
        </span>
        {mayAccept && first !== undefined && items.length > 1 ? (
          <button
            type="button"
            className="link"
            tabIndex={-1}
            onClick={() => acceptSection(first.id)}
            data-testid={`accept-${section}`}
          >
            {intl.formatMessage({ id: 'handover.acceptSection' }, { count: open.length })}
          </button>
        ) : null}
      </header>
      <ul>
        {items.map((item) => (
          <ItemRow
            key={item.id}
            handoverId={page.id}
            item={item}
            standing={standingOf(item, isOffered, openIds.has(item.id))}
            asOfMs={page.begun.atMs}
            isCursor={item.id === cursor}
            {...{ mayEdit, mayAccept }}
          />
        ))}
      </ul>
    </section>
  );
};

/** A handover whole: who signed it, and all that goes over, section by section. */
export const HandoverDocument = ({ page }: { readonly page: HandoverPage }) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const { zoned, signature } = useItemWords();
  const { data: left = [] } = useQuery(leftQuery);
  const held = useHandoverStore((store) => store.cursor);
  const sections = useMemo(() => inSections(page.items), [page.items]);
  const openIds = useMemo(() => {
    const leftIds = new Set(left.filter(({ handoverId }) => handoverId === page.id).map(({ item }) => item.id));
    return new Set(acceptable(page, leftIds).map(({ id }) => id));
  }, [page, left]);
  const mayEdit = whyNot(page, 'noteAdded', me) === null;
  const mayAccept = whyNot(page, 'accepted', me) === null;
  const cursor = page.items.some(({ id }) => id === held) ? held : (sections[0]?.items[0]?.id ?? null);
  return (
    <article className="ho-document" aria-labelledby="handover-about" data-testid="handover-document">
      <header className="ho-head">
        <div className="ho-about">
          <h2 id="handover-about">{intl.formatMessage({ id: 'handover.about' }, { at: zoned(page.untilMs) })}</h2>
          <p className="quiet">
            {intl.formatMessage({ id: 'handover.begunBy' }, { who: signature(page.begun) })}
            {' · '}
            {intl.formatMessage({ id: 'handover.items' }, { count: page.items.length })}
            {page.signed !== null && openIds.size > 0 ? (
              <>
                {' · '}
                <span className="ho-left-count">
                  {intl.formatMessage({ id: 'handover.leftCount' }, { count: openIds.size })}
                </span>
              </>
            ) : null}
          </p>
        </div>
        <DocumentActions page={page} openCount={openIds.size} />
        <Signatures page={page} openCount={openIds.size} />
      </header>
      <div className="ho-sections" data-handover-document>
        <LostDraft page={page} />
        {sections.map((part) => (
          <DocumentSection key={part.section} {...{ page, part, openIds, cursor, mayEdit, mayAccept }} />
        ))}
        {page.items.length === 0 ? (
          <p className="quiet ho-empty">{intl.formatMessage({ id: 'handover.noItems' })}</p>
        ) : null}
        {mayEdit ? <NoteForm handoverId={page.id} /> : null}
        <Trail page={page} />
      </div>
    </article>
  );
};
