import { useIntl } from 'react-intl';
import type { Language } from '../../../shared/i18n/language.ts';
import { replyParts } from '../../../shared/reply/reply-parts.ts';
import { REPLY_EXAMPLES } from './reply-examples.ts';

const Filled = ({ text, language }: { readonly text: string; readonly language: Language }) => {
  const intl = useIntl();
  let at = 0;
  return replyParts(text).map((part) => {
    const key = `${at++}`;
    switch (part.kind) {
      case 'text':
        return <bdi key={key}>{part.text}</bdi>;
      case 'variable':
        return (
          <span key={key} className="filled" title={`{${part.name}}`}>
            {REPLY_EXAMPLES[language][part.name]}
          </span>
        );
      case 'unknown':
        return (
          <mark
            key={key}
            className="unknown-variable"
            title={intl.formatMessage({ id: 'texts.unknown' }, { names: part.text })}
          >
            {part.text}
          </mark>
        );
    }
  });
};

type Props = { readonly language: Language; readonly subject: string; readonly body: string };

/** How a reply reads, with invented values where its variables stand. */
export const ReplyPreview = ({ language, subject, body }: Props) => {
  const intl = useIntl();
  return (
    <div className="reply-preview" data-testid={`preview-${language}`}>
      <h3>{intl.formatMessage({ id: 'texts.preview' })}</h3>
      <div lang={language}>
        {subject === '' ? null : (
          <p className="preview-subject">
            <Filled text={subject} language={language} />
          </p>
        )}
        <p className="preview-body">
          <Filled text={body} language={language} />
        </p>
      </div>
    </div>
  );
};
