import { Button } from '@mantine/core';
import { useIntl } from 'react-intl';
import { FailureLine } from '../../ui/failure-line.tsx';

type Props = {
  readonly failure: unknown;
  readonly isChanged: boolean;
  readonly isNew: boolean;
  /** Deletion was asked for and waits for a yes. */
  readonly isDeleting: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onDelete: (isSure: boolean) => void;
  readonly onKeep: () => void;
};

/** What can be done with what is edited; deleting asks once, in its own place. */
export const EditorFooter = ({ failure, isChanged, isNew, isDeleting, onSave, onDiscard, onDelete, onKeep }: Props) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <footer className="editor-footer">
      {isDeleting ? (
        <span className="delete-question" role="group" aria-label={word('texts.deleteSure')}>
          {word('texts.deleteSure')}
          <Button
            variant="default"
            className="delete-sure"
            onClick={() => onDelete(true)}
            // It was asked for by key: the answer is under the next one.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            data-testid="delete-sure"
          >
            {word('texts.delete')}
          </Button>
          <Button variant="default" onClick={onKeep}>
            {word('texts.keep')}
          </Button>
        </span>
      ) : isNew ? null : (
        <Button variant="default" onClick={() => onDelete(false)} data-testid="delete">
          {word('texts.delete')}
        </Button>
      )}
      {failure === null ? null : <FailureLine failure={failure} testId="texts-failure" />}
      <span className="grow" />
      {isChanged ? (
        <>
          <span className="quiet" data-testid="unsaved">
            {word('texts.unsaved')}
          </span>
          <Button variant="default" onClick={onDiscard}>
            {word('texts.discard')}
          </Button>
        </>
      ) : null}
      <Button onClick={onSave} disabled={!isChanged} data-testid="save">
        {word('texts.save')}
        <kbd aria-hidden="true">{navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl'} S</kbd>
      </Button>
    </footer>
  );
};
