import { useIntl } from 'react-intl';
import { keySigns, type KeyName } from '../commands/key.ts';

/** A key as it is drawn on the keyboard. */
export const KeyCap = ({ name }: { readonly name: KeyName }) => {
  const intl = useIntl();
  const translate = (key: string): string | null => {
    const id = `key.${key}`;
    return id in intl.messages ? intl.formatMessage({ id }) : null;
  };
  return (
    <span className="keys">
      {keySigns(name, translate).map((sign) => (
        <kbd key={sign}>{sign}</kbd>
      ))}
    </span>
  );
};
