import { useIntl } from 'react-intl';
import type { CannedReply } from '../../../shared/ipc/desk-schemas.ts';
import { missingLanguages } from '../../../shared/reply/reply-parts.ts';
import { call } from '../../ipc/client.ts';
import { EMPTY_REPLY, isSameReply, restoreReply, toReplyEdit, type ReplyEdit } from './reply-edit.ts';
import { ReplyEditor } from './reply-editor.tsx';
import { TextPlace, type TextKind } from './text-place.tsx';

/** A language that a reply has no text in. */
const Missing = ({ edit }: { readonly edit: ReplyEdit }) => {
  const intl = useIntl();
  return missingLanguages(edit).map((language) => (
    <span key={language} className="missing" title={intl.formatMessage({ id: `texts.missing.${language}` })}>
      {intl.formatMessage({ id: `texts.missingShort.${language}` })}
    </span>
  ));
};

const REPLIES: TextKind<CannedReply, ReplyEdit> = {
  kind: 'reply',
  empty: EMPTY_REPLY,
  toEdit: toReplyEdit,
  restore: restoreReply,
  isSame: isSameReply,
  isComplete: ({ name }) => name.trim() !== '',
  save: (id, { name, subjectEn, bodyEn, subjectFr, bodyFr }) =>
    call('reply:save', { id, name: name.trim(), subjectEn, bodyEn, subjectFr, bodyFr }),
  remove: (id) => call('reply:delete', { id }),
  wordsOf: ({ subjectEn, bodyEn, subjectFr, bodyFr }) => `${subjectEn} ${bodyEn} ${subjectFr} ${bodyFr}`,
  Mark: Missing,
  Editor: ReplyEditor,
};

/** The canned replies of the desk. */
export const ReplyPlace = ({ replies }: { readonly replies: readonly CannedReply[] }) => (
  <TextPlace of={REPLIES} items={replies} />
);
