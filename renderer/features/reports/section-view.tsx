import { useId } from 'react';
import type { Section } from '../../state/report-store.ts';
import { FigureBlock } from './figure-block.tsx';
import { FlowOverTime } from './flow-over-time.tsx';
import { PromiseMark } from './promise-mark.tsx';
import { GROUPS, type Group } from './sections.ts';
import { SummaryTable } from './summary-table.tsx';

const Blocks = ({ group: { promise, blocks } }: { readonly group: Group }) => {
  const headingId = useId();
  const all = blocks.map((block) => <FigureBlock block={block} isInGroup={promise !== null} key={block.figure} />);
  if (promise === null) return <>{all}</>;
  return (
    <section className="rep-group" data-promise={promise} aria-labelledby={headingId} data-testid={`group-${promise}`}>
      <h2 id={headingId}>
        <PromiseMark promise={promise} />
      </h2>
      {all}
    </section>
  );
};

/** One part of the report. */
export const SectionView = ({ section }: { readonly section: Section }) => {
  if (section === 'summary') return <SummaryTable />;
  return (
    <>
      {section === 'flow' ? (
        <>
          <FlowOverTime what="flow" />
          <FlowOverTime what="backlog" />
        </>
      ) : null}
      {GROUPS[section].map((group) => (
        <Blocks group={group} key={group.promise} />
      ))}
    </>
  );
};
