import '../../styles/pictures.css';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { presentIntl } from '../../i18n/present-intl.ts';
import { saveCsv } from '../../ipc/save-file.ts';
import { tell } from '../../state/notice-store.ts';
import { tellRefusal } from '../desk/tell-result.ts';
import { tableCsv, type PictureTable } from './picture-data.ts';
import { NumbersTable } from './numbers-table.tsx';

const save = async (name: string, csv: string): Promise<void> => {
  try {
    const file = await saveCsv(name, csv);
    if (file !== null) tell('done', presentIntl().formatMessage({ id: 'picture.saved' }, { file }));
  } catch (error) {
    tellRefusal(error);
  }
};

type Props = {
  readonly id: string;
  readonly title: string;
  /** One sentence that says what it shows. */
  readonly told: ReactNode;
  readonly table: PictureTable;
  /** What a file is called after, beside the title. */
  readonly about?: string;
  /** Said where there is nothing to draw. */
  readonly none: string;
  readonly children: ReactNode;
};

/** A picture with its sentence, and the same as numbers: on screen and as a file. */
export const Picture = ({ id, title, told, table, about = '', none, children }: Props) => {
  const intl = useIntl();
  const { state } = useApp();
  const headingId = useId();
  const [hasNumbers, setHasNumbers] = useState(false);
  const isEmpty = table.rows.length === 0;
  const word = (name: string): string => intl.formatMessage({ id: `picture.${name}` });
  return (
    <section className="picture" aria-labelledby={headingId} data-testid={`picture-${id}`}>
      <header>
        <h2 id={headingId}>{title}</h2>
        <span className="grow" />
        {isEmpty ? null : (
          <>
            <button
              type="button"
              className="banner-button"
              aria-pressed={hasNumbers}
              aria-label={`${word('numbers')}, ${title}`}
              onClick={() => setHasNumbers(!hasNumbers)}
              data-testid={`picture-${id}-numbers`}
            >
              <IconTable size={14} stroke={1.8} aria-hidden="true" />
              {word('numbers')}
            </button>
            <button
              type="button"
              className="banner-button"
              aria-label={`${word('csv')}, ${title}`}
              onClick={() => void save([title, about].join(' ').trim(), tableCsv(table, state.language))}
              data-testid={`picture-${id}-csv`}
            >
              <IconDownload size={14} stroke={1.8} aria-hidden="true" />
              {word('csv')}
            </button>
          </>
        )}
      </header>
      <p className="picture-told">{isEmpty ? none : told}</p>
      {isEmpty ? null : hasNumbers ? <NumbersTable title={title} table={table} /> : children}
    </section>
  );
};
