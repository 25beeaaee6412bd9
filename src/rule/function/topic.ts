import type { FunctionDeclaration } from '../../expression/type.ts'
import { dossierOf } from '../../model/dossier.ts'
import type { Part } from '../../model/part.ts'
import { statesPoint } from '../../model/point.ts'
import { calledForBy, provides } from '../../model/topic.ts'
import { declare } from './declare.ts'

/** Whether a dossier provides for a topic of the standard and states a point, and which of its devices call for it. */
export const topicFunctions: readonly FunctionDeclaration[] = [
  declare('statesPoint(Procedure, text): bool', ['procedure'], statesPoint),
  declare('provides(Dossier, Topic): bool', ['procedure'], (doc: Part, topic: Part) =>
    provides(dossierOf(doc), topic),
  ),
  declare('calledForBy(Dossier, Topic): list<DeviceGroup>', [], (doc: Part, topic: Part) =>
    calledForBy(dossierOf(doc), topic),
  ),
]
