import { describe, expect, it } from 'vitest';
import { changedValues } from '../../../renderer/features/ticket/forms/form-model.ts';

describe('the draft of a form', () => {
  it('holds what differs from the blank form, and what was emptied', () => {
    const blank = { title: 'Portal down', owner: 'ada', contact: '' };
    expect(changedValues({ ...blank, owner: '', contact: '' }, blank)).toEqual({ owner: '' });
    expect(changedValues(blank, blank)).toEqual({});
    expect(changedValues({ reason: 'x' }, {})).toEqual({ reason: 'x' });
  });

  it('holds a moment with its instant, whichever of both differs', () => {
    const blank = { wake: '24/11 09:00', wakeMs: '9', reason: '' };
    expect(changedValues({ ...blank, wake: 'tomorrow 9' }, blank)).toEqual({ wake: 'tomorrow 9', wakeMs: '9' });
    expect(changedValues({ ...blank, wakeMs: '10' }, blank)).toEqual({ wake: '24/11 09:00', wakeMs: '10' });
  });
});
