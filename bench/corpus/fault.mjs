/** @param {object} procedure @param {string} activity */
const dutyOf = (procedure, activity) => procedure.duties.find((duty) => duty.activity === activity)

/**
 * The faults that may be put into a procedure, each of which one rule of the base pack finds.
 * @type {Readonly<Record<string, (procedure: object) => void>>}
 */
export const faults = {
  'duty.joint-subjects-split': (procedure) => delete dutyOf(procedure, 'account.review').split,
  'duty.periodic-complete': (procedure) => delete dutyOf(procedure, 'account.review').timing,
  'delegation.report-loop': (procedure) => delete dutyOf(procedure, 'account.review').reportTo,
  'acc.steps-stated': (procedure) => dutyOf(procedure, 'account.manage').steps.splice(1, 1),
  'acc.review-cycle': (procedure) => {
    dutyOf(procedure, 'account.review').frequency = { every: 'P2Y' }
  },
  'contact.every-organisation': (procedure) => procedure.chains[0].edges.splice(2, 1),
  'password.length-stated': (procedure) => {
    procedure.passwords[0].minLength = 6
  },
  'topic.states': (procedure) => {
    procedure.provisions.find(({ requirement }) => requirement === 'LOG-1').states.pop()
  },
  'log.retention-stated': (procedure) => delete procedure.logs[0].retention,
}
