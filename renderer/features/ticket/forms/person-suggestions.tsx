import type { IntlShape } from 'react-intl';
import { call } from '../../../ipc/client.ts';
import type { Suggestion } from './suggest-field.tsx';

/** People by what was typed of their names, with how much each has open. */
export const findPeople =
  (intl: IntlShape) =>
  async (text: string): Promise<readonly Suggestion[]> =>
    (await call('people:find', { text })).map(({ name, openTickets }) => ({
      key: name,
      text: name,
      shown: (
        <>
          <bdi>{name}</bdi>
          <span className="suggest-more">{intl.formatMessage({ id: 'form.person.open' }, { count: openTickets })}</span>
        </>
      ),
    }));
