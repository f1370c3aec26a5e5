import { expect, it } from 'vitest';
import { externalUrl } from '../../../electron/shell/external-url.ts';

const DESK = 'mailto:obs-cloud-z3.servicedesk@orange.com';

it.each([
  DESK,
  `${DESK}?subject=INC0001&body=Bonjour%0D%0A`,
  'https://cloud.orange-business.com/',
  'https://cloud.orange-business.com/en/support?x=1',
])('%s may be opened by the system', (url) => expect(externalUrl(url)).toBe(url));

it.each([
  `${DESK},other@example.com`,
  `${DESK}.example.com`,
  `${DESK}?attach=/etc/passwd`,
  `${DESK}?subject=a&bcc=other@example.com`,
  `${DESK}?to=other@example.com`,
  'mailto:other@example.com',
  'http://cloud.orange-business.com/',
  'https://cloud.orange-business.com.example.com/',
  'https://cloud.orange-business.com@example.com/',
  'https://user:secret@cloud.orange-business.com/',
  'https://cloud.orange-business.com:8443/',
  'file:///etc/passwd',
  'smb://host/share',
  'ms-msdt:/id PCWDiagnostic',
  'javascript:alert(1)',
  'vigie:open',
  '--version',
  '',
])('%j may not', (url) => expect(externalUrl(url)).toBe(null));
