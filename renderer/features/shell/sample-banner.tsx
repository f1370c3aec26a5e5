import { IconFlask2 } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { useIsSample } from '../queue/use-queue-counts.ts';
import { switchWorkspace } from './switch-workspace.ts';

/** Says that what is on screen is made up, where it comes from, and how to leave it. */
export const SampleBanner = () => {
  const intl = useIntl();
  const { state } = useApp();
  if (!useIsSample()) return null;
  return (
    <section className="sample-banner" data-testid="sample-banner" aria-label={intl.formatMessage({ id: 'workspace.sample' })}>
      <IconFlask2 size={15} stroke={1.8} aria-hidden="true" />
      <strong>{intl.formatMessage({ id: 'workspace.sample' })}</strong>
      {state.sampleNotice === null ? null : (
        <details>
          <summary>
            <span className="notice-line">{state.sampleNotice}</span>
            <span className="notice-more">{intl.formatMessage({ id: 'workspace.sources' })}</span>
          </summary>
          <p>{state.sampleNotice}</p>
        </details>
      )}
      {state.workspace === 'sample' ? (
        <button type="button" className="banner-button" onClick={() => switchWorkspace('own')} data-testid="open-own">
          {intl.formatMessage({ id: 'workspace.openOwn' })}
        </button>
      ) : null}
    </section>
  );
};
