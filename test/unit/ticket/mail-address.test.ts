import { expect, it } from 'vitest';
import { z } from 'zod';
import { isMailAddress } from '../../../shared/ticket/mail-address.ts';

it('takes and refuses what the contract does', () => {
  const texts = [
    'a@b.fr',
    'jean.dupont+vm@sous-domaine.exemple.fr',
    "o'neil@example.org",
    'a@b',
    'a b@c.fr',
    '@c.fr',
    'a@',
    'a@@b.fr',
    '.a@b.fr',
    'a..b@c.fr',
    'a.@b.fr',
    'é@b.fr',
    'a@b.f',
    'a@-b.fr',
    'a@b..fr',
    '',
    ' a@b.fr',
    'A_9@X-9.COM',
  ];
  const takes = (text: string): boolean => z.email().safeParse(text).success;
  expect(texts.filter(isMailAddress)).toEqual(texts.filter(takes));
  expect(texts.filter(isMailAddress)).toHaveLength(4);
});
