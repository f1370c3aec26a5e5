import { webcrypto } from 'node:crypto';

// Node 18 (the fallback runtime) has no global crypto outside the browser; uuidv7 asks for it.
globalThis.crypto ??= webcrypto as typeof globalThis.crypto;
