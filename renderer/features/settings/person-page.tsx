import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { PersonInput, PersonRow } from '../../../shared/ipc/people-calls.ts';
import { call } from '../../ipc/client.ts';
import { peopleQuery } from '../../ipc/people-queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { tell, tellDoneWith } from '../../state/notice-store.ts';
import { UnlockHint } from '../access/unlock-hint.tsx';
import { useDialogSend } from '../maintenance/use-dialog-send.ts';
import { AbsenceList } from './absence-list.tsx';
import {
  choosePerson,
  NEW_PERSON,
  personDraftOf,
  putPersonDraft,
  readPersonDraft,
  usePeopleStore,
  type PersonDraft,
} from './people-store.ts';
import { PersonFields } from './person-fields.tsx';
import { PersonHistory } from './person-history.tsx';
import { PersonHours } from './person-hours.tsx';
import { FailureLine } from '../../ui/failure-line.tsx';

type Props = {
  /** Null: a new one. */
  readonly person: PersonRow | null;
  /** This computer's. */
  readonly account: string;
  readonly mayEdit: boolean;
  /** What had the focus is gone, or done. */
  readonly onLeft: () => void;
};

type List = CallOutput<'people:list'>;

const adopt = (list: List): void => void queryClient.setQueryData(peopleQuery.queryKey, list);

/** Puts back what a person was before it was saved. */
const takeBack = async (id: string, { people }: List, before: PersonInput): Promise<void> => {
  const version = people.find((one) => one.id === id)?.version ?? null;
  adopt(await call('people:save', { id, expectedVersion: version, facts: before }));
};

const factsOf = ({ id: _id, version: _version, ...facts }: PersonRow): PersonInput => facts;

/** One person: who, as what, when at work and away, and who changed that. */
export const PersonPage = ({ person, account, mayEdit, onLeft }: Props) => {
  const intl = useIntl();
  const id = person?.id ?? 'new';
  const kept = usePeopleStore((state) => state.drafts[id]);
  const { send, isBusy, failure } = useDialogSend();
  const [isTried, setIsTried] = useState(false);
  const word = (key: string): string => intl.formatMessage({ id: key });
  const saved = person === null ? NEW_PERSON : personDraftOf(person);
  const draft = kept ?? saved;
  const { facts, problems } = readPersonDraft(draft);
  const change = (part: Partial<PersonDraft>): void => {
    const next = { ...draft, ...part };
    putPersonDraft(id, JSON.stringify(next) === JSON.stringify(saved) ? null : next);
  };
  const discard = (): void => {
    putPersonDraft(id, null);
    onLeft();
  };
  const save = (): void => {
    setIsTried(true);
    if (problems.size > 0) return;
    void send(
      () => call('people:save', { id: person?.id ?? null, expectedVersion: person?.version ?? null, facts }),
      (list) => {
        putPersonDraft(id, null);
        adopt(list);
        const text = intl.formatMessage({ id: 'people.saved' }, { name: facts.name });
        if (person === null) {
          choosePerson(list.people.find(({ name }) => name === facts.name)?.id ?? 'new');
          tell('done', text);
        } else tellDoneWith(text, () => takeBack(person.id, list, factsOf(person)));
        onLeft();
      },
    );
  };
  const title = person === null ? word('people.newTitle') : person.name;
  return (
    <div className="policy-pane" data-testid="person-page">
      <div
        className="policy-body expert-body"
        // It scrolls by the keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={title}
      >
        <h3 className="expert-name">
          <bdi>{title}</bdi>
        </h3>
        <p className="quiet" data-testid="person-note">
          {word(mayEdit ? (person === null ? 'people.newNote' : 'people.editNote') : 'people.leadsOnly')} <UnlockHint />
        </p>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (mayEdit) save();
          }}
        >
          <PersonFields
            {...{ draft, account, mayEdit }}
            isNew={person === null}
            isNameWrong={isTried && problems.has('name')}
            onChange={change}
          />
          <PersonHours {...{ draft, mayEdit, problems }} isSaved={person !== null} onChange={change} />
          {mayEdit ? (
            <div className="policy-line">
              <Button
                type="submit"
                disabled={kept === undefined && person !== null}
                loading={isBusy}
                data-testid="person-save"
              >
                {word(person === null ? 'people.addSave' : 'expert.save')}
              </Button>
              {kept === undefined ? null : (
                <Button variant="default" onClick={discard} data-testid="person-discard">
                  {word('policy.discard')}
                </Button>
              )}
            </div>
          ) : null}
          {failure === null ? null : <FailureLine failure={failure} testId="person-failure" />}
        </form>
        {person === null ? null : (
          <>
            <AbsenceList expert={person.name} mayEdit={mayEdit} />
            <PersonHistory id={person.id} version={person.version} />
          </>
        )}
      </div>
    </div>
  );
};
