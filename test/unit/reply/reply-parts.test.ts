import { describe, expect, it } from 'vitest';
import { fillReply, unknownVariables, type ReplyValues } from '../../../shared/reply/canned-reply.ts';
import { missingLanguages, replyIn, replyParts } from '../../../shared/reply/reply-parts.ts';

const VALUES: ReplyValues = {
  ...{ customer: 'Nordlys', requester: '', reference: 'VIG-1', title: 't', agent: 'a', due: 'd', tier: 'gold' },
};

describe('replyParts', () => {
  const TEXT = 'Hello { requester },\n{nme} {} {customer}{agent} { a\nb }';

  it('loses nothing of the text', () => {
    const back = replyParts(TEXT).map((part) => (part.kind === 'variable' ? `{${part.name}}` : part.text));
    expect(back.join('')).toBe(TEXT.replace('{ requester }', '{requester}'));
  });

  it('finds the same unknown variables as saving does', () => {
    const unknown = replyParts(TEXT).flatMap((part) => (part.kind === 'unknown' ? [part.text.slice(1, -1)] : []));
    expect(unknown).toEqual(unknownVariables(TEXT));
    expect(unknown).toEqual(['nme', '']);
  });
});

describe('replyIn', () => {
  const both = { subjectEn: 's', bodyEn: 'Hello', subjectFr: null, bodyFr: 'Bonjour' };

  it('gives the language that is asked for', () => {
    expect(replyIn(both, 'fr')).toEqual({ language: 'fr', subject: null, body: 'Bonjour', isMissingLanguage: false });
  });

  it('gives the other one where it is missing, and says so', () => {
    expect(replyIn({ ...both, bodyFr: ' ' }, 'fr')).toEqual({
      ...{ language: 'en', subject: 's', body: 'Hello', isMissingLanguage: true },
    });
    expect(missingLanguages({ ...both, bodyFr: null })).toEqual(['fr']);
    expect(missingLanguages(both)).toEqual([]);
  });
});

it('a variable without a value takes the space before it along', () => {
  expect(fillReply('Hello {requester},', VALUES)).toBe('Hello,');
  expect(fillReply('{requester} of {customer}', VALUES)).toBe(' of Nordlys');
});
