import '../../styles/pictures.css';
import { useIntl } from 'react-intl';

/** Stands for pictures that are being drawn. */
export const PicturesWait = () => {
  const intl = useIntl();
  return (
    <div className="picture" role="status">
      <span className="sr-only">{intl.formatMessage({ id: 'picture.loading' })}</span>
      <span className="bone" style={{ width: '30%' }} />
      <span className="bone picture-bone" />
    </div>
  );
};
