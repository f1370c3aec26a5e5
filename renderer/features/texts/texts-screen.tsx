import '../../styles/texts.css';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { StateScreen } from '../../ui/state-screen.tsx';
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
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next: Tab = tab === 'reply' ? 'macro' : 'reply';
    setTab(next);
    document.getElementById(tabId(next))?.focus();
  };
  const place = (() => {
    if (error !== null) {
      return (
        <StateScreen
          isFailure
          icon={<IconAlertTriangle size={26} stroke={1.5} />}
          title={intl.formatMessage({ id: 'texts.failed' })}
          text={errorText(intl, error)}
        />
      );
    }
    // What was begun is kept by person.
    if (tab === 'reply') return replies.data === undefined ? null : <ReplyPlace replies={replies.data} key={me.name} />;
    return macros.data === undefined ? null : <MacroPlace macros={macros.data} key={me.name} />;
  })();
  return (
    <main className="texts" aria-labelledby="texts-title" data-testid="texts-screen">
      <header className="queue-header">
        <h1 id="texts-title">{intl.formatMessage({ id: 'texts.title' })}</h1>
        <div className="texts-tabs" role="tablist" aria-labelledby="texts-title" onKeyDown={onKeyDown} tabIndex={-1}>
          {TABS.map((one) => (
            <button
              key={one}
              type="button"
              id={tabId(one)}
              role="tab"
              className="view"
              aria-selected={one === tab}
              aria-current={one === tab ? 'true' : undefined}
              aria-controls="texts-panel"
              tabIndex={one === tab ? 0 : -1}
              onClick={() => setTab(one)}
              data-testid={tabId(one)}
            >
              {intl.formatMessage({ id: `texts.${one}s` })}
              <span className="count">{(one === 'reply' ? replies : macros).data?.length ?? ''}</span>
            </button>
          ))}
        </div>
      </header>
      <div className="texts-panel" id="texts-panel" role="tabpanel" aria-labelledby={tabId(tab)}>
        {place}
      </div>
    </main>
  );
};
