import '../../styles/about.css';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { reportFailure } from '../../ui/report-failure.ts';
import { StateScreen } from '../../ui/state-screen.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { PartList } from './part-list.tsx';
import { partsQuery } from './parts.ts';

/** What this Vigie is, what it runs on, and what of others is in it. */
export const AboutDialog = () => {
  const intl = useIntl();
  useFocusBack();
  const word = (name: string, values = {}): string => intl.formatMessage({ id: `about.${name}` }, values);
  const { version, runtime } = useApp().state;
  const { data, isError, refetch } = useQuery(partsQuery);
  const [isCopied, setIsCopied] = useState(false);
  const facts = [
    ['Vigie', version],
    ['Electron', runtime.electron],
    ['Chromium', runtime.chrome],
    ['Node.js', runtime.node],
  ] as const;
  const CopySign = isCopied ? IconCheck : IconCopy;
  const copy = (): void =>
    void navigator.clipboard
      .writeText(facts.map((fact) => fact.join(' ')).join('\n'))
      .then(() => setIsCopied(true), reportFailure);
  return (
    <Dialog title={word('title')} size={940} onClose={closeOverlay} isToRead>
      <div className="about" data-testid="about-dialog">
        <div className="about-head">
          <div>
            <p>{word('what')}</p>
            <p className="quiet">{word('licence')}</p>
          </div>
          <dl className="about-facts" data-testid="about-facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <Button
            size="xs"
            variant="default"
            onClick={copy}
            leftSection={<CopySign size={15} stroke={1.8} aria-hidden="true" />}
            data-testid="about-copy"
          >
            <span aria-live="polite">{word(isCopied ? 'copied' : 'copy')}</span>
          </Button>
        </div>
        {runtime.isFallback ? <p className="about-fallback">{word('fallback')}</p> : null}
        {isError ? (
          <div className="about-parts">
            <StateScreen
              icon={<IconAlertTriangle size={26} stroke={1.5} />}
              title={word('unread')}
              text={word('unreadText')}
              isFailure
            >
              <Button size="xs" variant="default" onClick={() => void refetch()}>
                {intl.formatMessage({ id: 'retry' })}
              </Button>
            </StateScreen>
          </div>
        ) : (
          // The field is there at once: what is typed before the list has come finds in it.
          <PartList parts={data === undefined ? null : [data.own, ...data.others]} />
        )}
      </div>
    </Dialog>
  );
};
