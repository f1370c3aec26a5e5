import { Menu } from '@mantine/core';
import { IconAlertTriangle, IconBraces } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { Language } from '../../../shared/i18n/language.ts';
import { REPLY_VARIABLES, unknownVariables } from '../../../shared/reply/canned-reply.ts';
import { FormField } from '../../ui/form-field.tsx';
import { REPLY_EXAMPLES } from './reply-examples.ts';
import { ReplyPreview } from './reply-preview.tsx';

type Props = {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly onSubject: (text: string) => void;
  readonly onBody: (text: string) => void;
};

/** A canned reply in one language: its subject, its text, and how it reads. */
export const ReplyLanguage = ({ language, subject, body, onSubject, onBody }: Props) => {
  const intl = useIntl();
  const area = useRef<HTMLTextAreaElement>(null);
  /** Where the caret goes once an inserted variable is in the text. */
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null || area.current === null) return;
    area.current.focus();
    area.current.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const insert = (name: string): void => {
    const { selectionStart = body.length, selectionEnd = body.length } = area.current ?? {};
    const text = `{${name}}`;
    caret.current = selectionStart + text.length;
    onBody(body.slice(0, selectionStart) + text + body.slice(selectionEnd));
  };
  const word = (id: string): string => intl.formatMessage({ id });
  const unknownIn = (text: string): string | null => {
    const names = unknownVariables(text).map((name) => `{${name}}`);
    return names.length === 0 ? null : intl.formatMessage({ id: 'texts.unknown' }, { names: names.join(', ') });
  };
  const isMissing = body.trim() === '';
  return (
    <section className="reply-language" aria-label={word(`texts.${language}`)} data-testid={`reply-${language}`}>
      <header>
        <h2>{word(`texts.${language}`)}</h2>
        {isMissing ? (
          <span className="missing">
            <IconAlertTriangle size={13} stroke={2} aria-hidden="true" />
            {word(`texts.missing.${language}`)}
          </span>
        ) : null}
        <span className="grow" />
        <Menu position="bottom-end" width={280} returnFocus={false} shadow="md" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <button type="button" className="banner-button" data-testid={`insert-${language}`}>
              <IconBraces size={13} stroke={2} aria-hidden="true" /> {word('texts.insert')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {REPLY_VARIABLES.map((name) => (
              <Menu.Item
                key={name}
                onClick={() => insert(name)}
                rightSection={<span className="variable-example">{REPLY_EXAMPLES[language][name]}</span>}
              >
                {word(`texts.variable.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </header>
      <FormField label={word('texts.subject')} problem={unknownIn(subject)}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            lang={language}
            data-field={`subject-${language}`}
            maxLength={400}
            value={subject}
            onChange={({ currentTarget: { value } }) => onSubject(value)}
          />
        )}
      </FormField>
      <FormField label={word('texts.body')} problem={unknownIn(body)}>
        {(ids) => (
          <textarea
            {...ids}
            ref={area}
            className="input"
            lang={language}
            rows={9}
            spellCheck
            data-field={`body-${language}`}
            maxLength={20_000}
            value={body}
            onChange={({ currentTarget: { value } }) => onBody(value)}
          />
        )}
      </FormField>
      {isMissing ? null : <ReplyPreview language={language} subject={subject} body={body} />}
    </section>
  );
};
