import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCalendarDown, IconCopy, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { errorText } from '../../i18n/error-text.ts';
import { saveCalendar } from '../../ipc/save-file.ts';
import { call } from '../../ipc/client.ts';

type Props = {
  readonly page: SessionPage;
  readonly mail: CallOutput<'coaching:get-invitation'>;
  readonly onClose: () => void;
};

type Outcome = { readonly said: string } | { readonly failure: unknown } | null;

/** What is done with an invitation; what was done is told here. */
export const InvitationActions = ({ page, mail, onClose }: Props) => {
  const intl = useIntl();
  const [outcome, setOutcome] = useState<Outcome>(null);
  const word = (name: string): string => intl.formatMessage({ id: `held.invitation.${name}` });
  const act = async (run: () => Promise<string | null>): Promise<void> => {
    try {
      const said = await run();
      setOutcome(said === null ? null : { said });
    } catch (failure) {
      setOutcome({ failure });
    }
  };
  const copy = async (): Promise<string> => {
    const to = mail.to.length === 0 ? [] : [mail.to.join(', ')];
    await navigator.clipboard.writeText([...to, mail.subject, '', mail.body].join('\n'));
    return word('copied');
  };
  const compose = async (): Promise<string> => {
    const { isBodyCopied } = await call('mail:compose', {
      ...{ to: mail.to.slice(0, 50), subject: mail.subject.slice(0, 400), body: mail.body.slice(0, 20_000) },
    });
    return word(isBodyCopied ? 'openedCopied' : 'opened');
  };
  const saveFile = async (): Promise<string | null> => {
    const saved = await saveCalendar(mail.subject.slice(0, 200), { kind: 'session', id: page.row.id });
    return saved === null ? null : intl.formatMessage({ id: 'held.invitation.fileSaved' }, { file: saved.file });
  };
  return (
    <>
      <p className="held-told quiet">{word('fileHint')}</p>
      <div className="held-told" role="status" data-testid="invitation-outcome">
        {outcome !== null && 'said' in outcome ? outcome.said : null}
      </div>
      {outcome !== null && 'failure' in outcome ? (
        <p className="held-told form-failure" role="alert">
          <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
          {errorText(intl, outcome.failure)}
        </p>
      ) : null}
      <footer className="dialog-footer">
        <Button variant="default" onClick={onClose}>
          {intl.formatMessage({ id: 'close' })}
        </Button>
        <Button
          variant="default"
          leftSection={<IconCalendarDown size={15} stroke={1.8} />}
          onClick={() => void act(saveFile)}
          data-testid="invitation-file"
        >
          {word('file')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconCopy size={15} stroke={1.8} />}
          onClick={() => void act(copy)}
          data-testid="invitation-copy"
        >
          {word('copy')}
        </Button>
        <Button
          leftSection={<IconMail size={15} stroke={1.8} />}
          onClick={() => void act(compose)}
          data-testid="invitation-mail"
        >
          {word('open')}
        </Button>
      </footer>
    </>
  );
};
