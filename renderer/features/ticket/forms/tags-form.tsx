import { IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { compiled, textIn, type FormProps, type Values } from './form-model.ts';
import { Field } from './field.tsx';
import { FormFrame } from './form-frame.tsx';
import { useTicketForm } from './use-ticket-form.ts';

/** Tags stand in one value, a line each: no tag has a line break. */
const tagsIn = (values: Values, name: string): readonly string[] =>
  (values[name] ?? '').split('\n').filter((tag) => tag !== '');

const typedIn = (values: Values): readonly string[] =>
  textIn(values, 'typed')
    .split(/[,;\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');

/** What is there and what is to go: the tags of the tickets, those that are typed, and those that were taken off. */
export const TagsForm = (props: FormProps) => {
  const intl = useIntl();
  const present = [...new Set(props.tickets.flatMap(({ tags }) => tags))];
  const form = useTicketForm(props, {
    initial: () => ({}),
    compile: (values) => {
      const add = [...new Set([...tagsIn(values, 'added'), ...typedIn(values)])];
      const remove = tagsIn(values, 'removed').filter((tag) => !add.includes(tag));
      const isNothing = add.length + remove.length === 0;
      return compiled(isNothing ? { typed: 'form.problem.tags' } : {}, () => [{ kind: 'tag', add, remove }]);
    },
  });
  const { values } = form;
  const added = tagsIn(values, 'added');
  const removed = new Set(tagsIn(values, 'removed'));
  const shown = [...new Set([...present.filter((tag) => !removed.has(tag)), ...added])];

  const take = (): void => form.change({ added: [...new Set([...added, ...typedIn(values)])].join('\n'), typed: '' });
  const drop = (tag: string): void =>
    form.change({
      added: added.filter((other) => other !== tag).join('\n'),
      removed: [...removed, ...(present.includes(tag) ? [tag] : [])].join('\n'),
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const isEmpty = textIn(values, 'typed') === '';
    const last = shown.at(-1);
    if ((event.key === 'Enter' || event.key === ',') && !isEmpty) {
      event.preventDefault();
      take();
    } else if (event.key === 'Backspace' && values['typed'] === '' && last !== undefined) drop(last);
  };

  return (
    <FormFrame form={form} action="form.tags.do">
      <div data-first>
        <Field form={form} name="typed" label="form.tags.typed" hint={intl.formatMessage({ id: 'form.tags.hint' })}>
          {(control) => (
            <input
              {...control}
              type="text"
              dir="auto"
              autoComplete="off"
              maxLength={400}
              value={values['typed'] ?? ''}
              onChange={({ currentTarget }) => form.change({ typed: currentTarget.value })}
              onKeyDown={onKeyDown}
            />
          )}
        </Field>
      </div>
      <ul className="tags" aria-label={intl.formatMessage({ id: 'page.tags' })}>
        {shown.map((tag) => (
          <li key={tag}>
            <button
              type="button"
              className="tag"
              onClick={() => drop(tag)}
              aria-label={intl.formatMessage({ id: 'form.tags.remove' }, { tag })}
            >
              <bdi>{tag}</bdi>
              <IconX size={11} stroke={2.4} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </FormFrame>
  );
};
