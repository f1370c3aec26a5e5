import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { useApp } from '../../app-context.ts';
import { call, CallFailure } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { closeHandoverDialog } from '../../state/handover-store.ts';
import { tell } from '../../state/notice-store.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { leftIn, leftText } from '../../ui/left-form.ts';
import { useReturnedFocus } from '../../ui/use-returned-focus.ts';
import { changesSince } from './changes-since.ts';
import { focusDocument } from './focus.ts';
import { lacks } from './handed-items.ts';
import { handoverQuery, keepPage } from './handover-queries.ts';
import { draftForm, isTyped, newNoteForm, type ItemDraft } from './item-draft.ts';

const NAMED = 6;

type WarnProps = { readonly text: string; readonly titles: readonly string[]; readonly testId: string };

/** Something to know before one signs, with the items that it is about; of many, the first few. */
const Warn = ({ text, titles, testId }: WarnProps) => {
  const intl = useIntl();
  return (
    <div className="ho-told" data-tone="warn" data-testid={testId}>
      <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
      <div>
        <p>{text}</p>
        <ul>
          {titles.slice(0, NAMED).map((title) => (
            <li key={title}>
              <bdi>{title}</bdi>
            </li>
          ))}
          {titles.length > NAMED ? (
            <li className="quiet">{intl.formatMessage({ id: 'handover.more' }, { count: titles.length - NAMED })}</li>
          ) : null}
        </ul>
      </div>
    </div>
  );
};

type Props = { readonly page: HandoverPage; readonly act: 'offered' | 'signed' };

/** The last look before somebody signs: what is signed, what it lacks, and what changed while they looked. */
export const SignDialog = ({ page, act }: Props) => {
  const intl = useIntl();
  const { rules, state } = useApp();
  useReturnedFocus(() => focusDocument(null));
  const [seen, setSeen] = useState(page);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const word = (id: string, values: Readonly<Record<string, string | number>> = {}): string =>
    intl.formatMessage({ id: `handover.${id}` }, values);
  const titles = (items: readonly HandoverPage['items'][number][]): string[] => [
    ...new Set(items.map(({ title }) => title)),
  ];
  const { by, changes } = changesSince(seen, page);
  const hasChanged = page.version !== seen.version;
  const bare = act === 'offered' ? page.items.filter((item) => lacks(item).length > 0) : [];
  const typed = page.items.filter(({ id }) => {
    const draft = leftIn<ItemDraft>(draftForm(page.id, id));
    return draft !== undefined && isTyped(draft, rules.zone);
  });
  const note = leftText(newNoteForm(page.id), 'text').trim();
  const typedTitles = [...titles(typed), ...(note === '' ? [] : [note])];
  const open = act === 'signed' ? page.items.filter(({ accepted }) => accepted === null) : [];
  const submit = async (): Promise<void> => {
    if (hasChanged) {
      setSeen(page);
      return;
    }
    setIsBusy(true);
    setFailure(null);
    try {
      const name = act === 'offered' ? 'handover:offer' : 'handover:sign';
      keepPage(await call(name, { id: page.id, expectedVersion: seen.version }));
      tell('done', word(act === 'offered' ? 'offered.done' : 'signed.done', { count: open.length }));
      closeHandoverDialog();
    } catch (error) {
      setIsBusy(false);
      if (error instanceof CallFailure && error.code === 'handover/changed') {
        await queryClient.invalidateQueries({ queryKey: handoverQuery(page.id).queryKey });
      } else setFailure(error);
    }
  };
  const about: ReactNode =
    act === 'offered'
      ? word('sign.outgoing', { name: state.me.name, count: page.items.length })
      : word('sign.incoming', {
          ...{ name: state.me.name, from: page.offered?.by ?? '', count: page.items.length },
          taken: page.items.length - open.length,
        });
  return (
    <FormDialog
      title={word(act === 'offered' ? 'signOutgoing' : 'signIncoming')}
      submit={word(hasChanged ? 'sign.read' : 'sign')}
      onSubmit={() => void submit()}
      onClose={closeHandoverDialog}
      {...{ isBusy, failure }}
      size={560}
      testId="sign-dialog"
    >
      {/* Whoever opens it reads first; Ctrl with Enter signs. */}
      <p className="ho-sign-about" tabIndex={-1} data-autofocus>
        {about}
      </p>
      {hasChanged ? (
        <Warn
          text={word('sign.changed', { who: by.join(', ') })}
          titles={changes.map(({ what, title }) => word(`change.${what}`, { title }))}
          testId="sign-changed"
        />
      ) : null}
      {bare.length > 0 ? (
        <Warn text={word('sign.bare', { count: bare.length })} titles={titles(bare)} testId="sign-bare" />
      ) : null}
      {typedTitles.length > 0 ? (
        <Warn
          text={word('sign.typed', { count: typed.length, notes: note === '' ? 0 : 1 })}
          titles={typedTitles}
          testId="sign-typed"
        />
      ) : null}
      {open.length > 0 ? (
        <Warn text={word('sign.open', { count: open.length })} titles={titles(open)} testId="sign-open" />
      ) : null}
      <p className="quiet">{word(act === 'offered' ? 'sign.thenOffered' : 'sign.thenSigned')}</p>
    </FormDialog>
  );
};
