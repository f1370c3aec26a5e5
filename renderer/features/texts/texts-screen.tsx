import '../../styles/texts.css';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { TabList } from '../../ui/tab-list.tsx';
import { MacroPlace } from './macro-place.tsx';
import { ReplyPlace } from './reply-place.tsx';
import { useQuery } from '@tanstack/react-query';
import { macrosQuery, repliesQuery } from '../../ipc/queries.ts';

const TABS = ['reply', 'macro'] as const;
type Tab = (typeof TABS)[number];

const tabId = (tab: Tab): string => `texts-tab-${tab}`;

/** What is written once and used again: canned replies and macros. */
export const TextsScreen = () => {
  const intl = useIntl();
  const { me } = useApp().state;
  const [tab, setTab] = useState<Tab>('reply');
  const replies = useQuery(repliesQuery);
  const macros = useQuery(macrosQuery);
  const { error } = tab === 'reply' ? replies : macros;
  const place = (() => {
    if (error !== null) {
      return <FailureScreen title={intl.formatMessage({ id: 'texts.failed' })} error={error} />;
    }
    // What was begun is kept by person.
    if (tab === 'reply') return replies.data === undefined ? null : <ReplyPlace replies={replies.data} key={me.name} />;
    return macros.data === undefined ? null : <MacroPlace macros={macros.data} key={me.name} />;
  })();
  return (
    <main className="texts" aria-labelledby="texts-title" data-testid="texts-screen">
      <header className="queue-header">
        <h1 id="texts-title">{intl.formatMessage({ id: 'texts.title' })}</h1>
        <TabList
          {...{ tabs: TABS, shown: tab, onShow: setTab, tabId, panelId: 'texts-panel', className: 'texts-tabs' }}
          labelledBy="texts-title"
        >
          {(one) => (
            <>
              {intl.formatMessage({ id: `texts.${one}s` })}
              <span className="count">{(one === 'reply' ? replies : macros).data?.length ?? ''}</span>
            </>
          )}
        </TabList>
      </header>
      <div className="texts-panel" id="texts-panel" role="tabpanel" aria-labelledby={tabId(tab)}>
        {place}
      </div>
    </main>
  );
};
