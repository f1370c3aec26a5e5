import { IconFlask2 } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { useIsSample } from '../queue/use-queue-counts.ts';
import { switchWorkspace } from './switch-workspace.ts';

/** The notice begins with what the banner's title says already. */
const withoutTitle = (notice: string | null, title: string): string | null => {
  if (notice === null || !notice.startsWith(title)) return notice;
  const rest = notice.slice(title.length).replace(/^[\s:]+/u, '');
  return rest.charAt(0).toLocaleUpperCase() + rest.slice(1);
};

/** Says that what is on screen is made up, where it comes from, and how to leave it. */
export const SampleBanner = () => {
  const intl = useIntl();
  const { state } = useApp();
  if (!useIsSample()) return null;
  const title = intl.formatMessage({ id: 'workspace.sample' });
  const notice = withoutTitle(state.sampleNotice, title);
  return (
    <section className="sample-banner" data-testid="sample-banner" aria-label={title}>
      <IconFlask2 size={15} stroke={1.8} aria-hidden="true" />
      <strong>{title}</strong>
      {notice === null ? (
        <span>{intl.formatMessage({ id: 'workspace.madeUp' })}</span>
      ) : (
        <details>
          <summary>
            <span className="notice-line">{notice}</span>
            <span className="notice-more">{intl.formatMessage({ id: 'workspace.sources' })}</span>
          </summary>
          <p>{notice}</p>
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
