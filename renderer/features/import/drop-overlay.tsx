import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useUiStore } from '../../state/ui-store.ts';
import { importDroppedFiles } from './choose-files.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the window, and shows that it would. */
export const DropOverlay = () => {
  const intl = useIntl();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (useUiStore.getState().importSelection === null) setIsOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      if (useUiStore.getState().importSelection === null) importDroppedFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="drop-overlay" data-testid="drop-overlay">
      <IconFileImport size={34} stroke={1.4} aria-hidden="true" />
      <strong>{intl.formatMessage({ id: 'import.drop' })}</strong>
      <span>{intl.formatMessage({ id: 'import.dropText' })}</span>
    </div>
  );
};
