import type { TicketState } from '../ticket/ticket.ts';
import { foldName } from './columns.ts';

/** A state as an export tells it; `deleted` tickets are left out. */
export type ReadState = TicketState | 'deleted';

/** Names of states in English, French and Spanish, folded. `Pending` waits for the customer in the products that have it; `On hold` does not. */
const WORDS: Readonly<Record<ReadState, string>> = {
  new:
    'new open opened registered submitted created unassigned awaitingassignment queued todo logged ' +
    'nouveau nouvelle ouvert ouverte cree creee afaire nonassigne enregistre enregistree ' +
    'nuevo nueva abierto abierta creado registrado',
  active:
    'active inprogress workinprogress wip assigned accepted acknowledged started reopened reopen incall investigating processing ' +
    'underinvestigation takeinchargeticket escalated waitingforsupport ' +
    'actif active encours encoursdetraitement encoursattribue encoursplanifie attribue attribuee assigne assignee affecte affectee ' +
    'reouvert reouverte rouvert rouverte prisencharge priseencharge traite escalade ' +
    'encurso enprogreso enproceso activo asignado asignada reabierto reabierta',
  waitingCustomer:
    'pending awaitinguserinfo awaitinguser awaitingcaller awaitingcustomer awaitingclient awaitingcustomerresponse awaitingrequester ' +
    'waitingoncustomer waitingforcustomer waitingonuser waitinguser waituser waitcustomer waitingoncaller waitingforrequester ' +
    'pendingcustomer pendinguser pendinguserinfo pendinguserresponse waitingforuser answered awaitingyourreply awaitingreply ' +
    'enattente enattenteduclient enattenteclient enattenteutilisateur enattentedelutilisateur enattentedinfoutilisateur ' +
    'enattentedudemandeur enattentederetourclient enattentederetourutilisateur attenteclient attenteutilisateur ' +
    'enattentedinformationsutilisateur enattentedereponse enattentederponseduclient enattentedereponseduclient ' +
    'pendiente enespera enesperadelcliente enesperadecliente esperandocliente esperandoalcliente pendientedelcliente',
  waitingVendor:
    'onhold hold awaitingvendor waitvendor waitingonthirdparty waitingonvendor pendingvendor waitingforvendor wait waiting pendingother ' +
    'awaitingthirdparty suspended enattentefournisseur enattentedufournisseur enattentedutiers attentefournisseur ' +
    'enattentedeprestataire enattenteprestataire suspendu suspendue misenattente miseenattente enesperadelproveedor enesperadeproveedor ' +
    'suspendido enesperadeterceros',
  waitingProblem:
    'awaitingproblem awaitingchange pendingproblem pendingchange waitimplementation waitingonproblem waitingforchange ' +
    'enattenteprobleme enattenteduprobleme enattentedunprobleme enattentedechangement enattenteduchangement ' +
    'enesperadeproblema enesperadelproblema enesperadecambio',
  waitingEvidence:
    'awaitingevidence pendingevidence waitingforevidence enattentedepreuve enattentedepreuves enattentedelementsdepreuve ' +
    'enesperadeevidencia enesperadepruebas',
  resolved:
    'resolved solved done fixed completed complete resolveticket resolu resolue termine terminee traitee fait ' +
    'resuelto resuelta solucionado solucionada terminado completado',
  closed:
    'closed close cancelled canceled rejected duplicate invalid closedcomplete closedincomplete closedskipped ' +
    'clos close cloture cloturee ferme fermee annule annulee rejete rejetee ' +
    'cerrado cerrada cancelado cancelada anulado rechazado',
  deleted: 'deleted spam trash supprime supprimee eliminado eliminada',
};

const isReadState = (key: string): key is ReadState => key in WORDS;

const STATE_BY_NAME = new Map<string, ReadState>(
  Object.entries(WORDS).flatMap(([state, names]) =>
    isReadState(state) ? names.split(' ').map((name) => [name, state] as const) : [],
  ),
);

/** The state that a name means; null where Vigie does not know the name. */
export const readState = (name: string): ReadState | null => STATE_BY_NAME.get(foldName(name)) ?? null;
