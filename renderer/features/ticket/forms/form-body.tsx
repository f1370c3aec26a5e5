import type { ComponentType } from 'react';
import type { Form } from '../../../state/desk-store.ts';
import { AnsweredForm } from './answered-form.tsx';
import { AssignForm } from './assign-form.tsx';
import { CallForm } from './call-form.tsx';
import { EditForm } from './edit-form.tsx';
import { EngageForm } from './engage-form.tsx';
import { EscalateForm } from './escalate-form.tsx';
import type { FormProps } from './form-model.ts';
import { InformForm } from './inform-form.tsx';
import { LinkForm } from './link-form.tsx';
import { MailForm } from './mail-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { NoteForm } from './note-form.tsx';
import { PriorityForm } from './priority-form.tsx';
import { ReopenForm } from './reopen-form.tsx';
import { ResolveForm } from './resolve-form.tsx';
import { ReturnForm } from './return-form.tsx';
import { TagsForm } from './tags-form.tsx';
import { TimeForm } from './time-form.tsx';
import { VendorForm } from './vendor-form.tsx';
import { WaitForm } from './wait-form.tsx';

const BODIES: Readonly<Record<Form, ComponentType<FormProps>>> = {
  call: CallForm,
  mail: MailForm,
  note: NoteForm,
  inform: InformForm,
  wait: WaitForm,
  vendor: VendorForm,
  answered: AnsweredForm,
  resolve: ResolveForm,
  reopen: ReopenForm,
  priority: PriorityForm,
  assign: AssignForm,
  edit: EditForm,
  tags: TagsForm,
  escalate: EscalateForm,
  return: ReturnForm,
  engage: EngageForm,
  link: LinkForm,
  merge: MergeForm,
  time: TimeForm,
};

/** The fields of a form for one ticket or several. It keeps its own draft until `onSubmit` tells that the commands are done. */
export const FormBody = (props: FormProps) => {
  const Body = BODIES[props.form];
  return <Body {...props} />;
};
