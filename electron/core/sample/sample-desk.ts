import type { CannedReply, Macro } from '../../../shared/ipc/desk-schemas.ts';
import type { Writer } from '../db/database.ts';
import type { DeskRepo } from '../desk/desk-repo.ts';

/** Canned replies of the sample workspace: invented, in the words of the desk. One has no French text, so that what is missing can be seen. */
const SAMPLE_REPLIES: readonly Omit<CannedReply, 'id'>[] = [
  {
    name: 'Acknowledge',
    subjectEn: '{reference}: we are on it',
    bodyEn:
      'Hello {requester},\n\nThank you for your message. Your ticket {reference}, “{title}”, is open and I am working on it.\nNext due time: {due}.\n\nYou will hear from me as soon as there is something new.\n\n{agent}',
    subjectFr: '{reference} : nous nous en occupons',
    bodyFr:
      'Bonjour {requester},\n\nMerci de votre message. Votre ticket {reference}, « {title} », est ouvert et je m’en occupe.\nProchaine échéance : {due}.\n\nJe reviens vers vous dès qu’il y a du nouveau.\n\n{agent}',
  },
  {
    name: 'Ask for a trace',
    subjectEn: '{reference}: a browser trace, please',
    bodyEn:
      'Hello {requester},\n\nTo see what happens in “{title}” I need a trace from your browser (HAR file):\n1. Open the developer tools (F12), tab “Network”.\n2. Do again what fails.\n3. Export as HAR and attach it to ticket {reference}.\n\nThe clock of the ticket stands still until your answer.\n\n{agent}',
    subjectFr: '{reference} : une trace de votre navigateur',
    bodyFr:
      'Bonjour {requester},\n\nPour comprendre « {title} », il me faut une trace de votre navigateur (fichier HAR) :\n1. Ouvrez les outils de développement (F12), onglet « Réseau ».\n2. Refaites ce qui échoue.\n3. Exportez au format HAR et joignez le fichier au ticket {reference}.\n\nLe compteur du ticket est arrêté jusqu’à votre réponse.\n\n{agent}',
  },
  {
    name: 'Still waiting for you',
    subjectEn: '{reference}: we wait for your answer',
    bodyEn:
      'Hello {requester},\n\nFor ticket {reference} we still need the answer that we asked you for. Without it we cannot go on.\nIf the matter is settled, tell us and we close the ticket.\n\n{agent}',
    subjectFr: '{reference} : en attente de votre réponse',
    bodyFr:
      'Bonjour {requester},\n\nPour le ticket {reference}, il nous manque encore la réponse que nous vous avons demandée. Sans elle, nous ne pouvons pas avancer.\nSi le sujet est réglé, dites-le-nous et nous clôturons le ticket.\n\n{agent}',
  },
  {
    name: 'Resolved',
    subjectEn: '{reference}: resolved',
    bodyEn:
      'Hello {requester},\n\n“{title}” is resolved. Please check on your side.\nIf it happens again, answer this message: the ticket opens again with all its history.\n\n{agent}',
    subjectFr: '{reference} : résolu',
    bodyFr:
      'Bonjour {requester},\n\n« {title} » est résolu. Merci de vérifier de votre côté.\nSi cela se reproduit, répondez à ce message : le ticket sera rouvert avec tout son historique.\n\n{agent}',
  },
  {
    name: 'Maintenance window tonight',
    subjectEn: '{reference}: the portal may be unavailable tonight',
    bodyEn:
      'Hello {requester},\n\nA maintenance window is planned on Wednesday from 00:00 to 06:00 (Paris). Your virtual machines keep running; the vCloud Director portal and its APIs may be unavailable.\nI come back to {reference} once it is over.\n\n{agent}',
    subjectFr: null,
    bodyFr: null,
  },
];

/** Macros of the sample workspace. */
const SAMPLE_MACROS: readonly Omit<Macro, 'id'>[] = [
  {
    name: 'Wait for a trace',
    commands: [
      { kind: 'take' },
      { kind: 'tag', add: ['trace'], remove: [] },
      { kind: 'waitForCustomer', reason: 'HAR trace of the browser', wakeAtMs: null, remindAtMs: null },
    ],
  },
  {
    name: 'Hand over to level 2, network',
    commands: [
      { kind: 'tag', add: ['network'], remove: [] },
      { kind: 'note', text: 'Checked at level 1: edge gateway up, NAT rules unchanged, no maintenance window.' },
      {
        kind: 'escalate',
        to: 'L2',
        why: 'Network fault beyond the tools of level 1',
        tried: 'Edge gateway status, NAT and firewall rules, tests from the outside',
        evidence: null,
        nextStep: 'Packet capture on the edge gateway',
      },
    ],
  },
];

/** Writes the sample replies and macros into a database that has none of its own. */
export const fillSampleDesk = (writer: Writer, desk: DeskRepo): void => {
  if (desk.replies().length > 0 || desk.macros().length > 0) return;
  for (const reply of SAMPLE_REPLIES) desk.saveReply(writer, { id: null, ...reply });
  for (const macro of SAMPLE_MACROS) desk.saveMacro(writer, { id: null, ...macro });
};
