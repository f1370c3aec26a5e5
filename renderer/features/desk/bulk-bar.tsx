import { IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { CommandKey } from '../../commands/command-key.tsx';
import { runCommand } from '../../commands/registry.ts';
import { useDeskStore } from '../../state/desk-store.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { focusQueue } from '../queue/focus.ts';
import { showAt } from '../queue/selection.ts';
import { clearChecked } from './check.ts';

/** The verbs that a selection is made for; all others are in the palette. */
const VERBS = ['take', 'assign', 'priority', 'tags', 'wait', 'resolve', 'escalate'] as const;

const Verb = ({ id, label }: { readonly id: string; readonly label: string }) => (
  <button type="button" className="bulk-verb" onClick={() => runCommand(id)} data-testid={`bulk-${id}`}>
    {label}
    <CommandKey id={id} />
  </button>
);

const Bar = ({ count }: { readonly count: number }) => {
  const intl = useIntl();
  const uncheck = intl.formatMessage({ id: 'bulk.uncheckAll' });
  // The list has become shorter by this bar: the selected row stays in sight.
  useEffect(() => showAt(Math.max(0, useUiStore.getState().selectedIndex)), []);
  return (
    <section className="bulk-bar" aria-label={intl.formatMessage({ id: 'bulk.bar' })} data-testid="bulk-bar">
      <strong aria-live="polite" data-count={count}>
        {intl.formatMessage({ id: 'bulk.count' }, { count })}
      </strong>
      <div className="bulk-verbs">
        {VERBS.map((id) => (
          <Verb id={id} label={intl.formatMessage({ id: `bulk.verb.${id}` })} key={id} />
        ))}
      </div>
      <Verb id="palette" label={intl.formatMessage({ id: 'bulk.more' })} />
      <button
        type="button"
        className="icon-button"
        title={uncheck}
        aria-label={uncheck}
        onClick={() => {
          clearChecked();
          focusQueue();
        }}
      >
        <IconX size={15} stroke={2} aria-hidden="true" />
      </button>
    </section>
  );
};

/** How many tickets are checked and what can be done with them, at the foot of the list. */
export const BulkBar = () => {
  const count = useDeskStore(({ checkedIds }) => checkedIds.size);
  return count === 0 ? null : <Bar count={count} />;
};
