import { createHmac } from 'node:crypto';
import type { HashOf } from '../../../shared/privacy/erased.ts';

/** 128 bits of HMAC-SHA-256: guessed names can be tried against it by who has the database, and by nobody else. */
export const hashOf: HashOf = (salt, text) => createHmac('sha256', salt).update(text).digest('hex').slice(0, 32);
