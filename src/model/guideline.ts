import { Unknown } from '../finding/unknown.ts'
import type { Part } from './part.ts'
import type { Standard } from './standard.ts'

/**
 * The editions of the guideline that came out after the one the standard is based on, oldest first.
 * Unknown where the standard does not say what it is based on, or the guideline is not known.
 */
export function newerGuidelines(standard: Standard): readonly Part[] {
  const basedOn = standard.edition?.part('basedOn')
  if (!basedOn) throw new Unknown([{ kind: 'standard', path: 'editions/basedOn' }])
  const [name, edition] = [basedOn.text('guideline'), basedOn.text('edition')]
  const guideline = standard
    .list('guidelines')
    .find((one) => one.key === name || one.text('name') === name)
  const editions = guideline?.parts('editions') ?? []
  const base = editions.find((one) => one.key === edition)
  if (!base)
    throw new Unknown([{ kind: 'standard', path: `guidelines/${name ?? ''}/${edition ?? ''}` }])
  const since = base.text('on') ?? ''
  return editions
    .filter((one) => (one.text('on') ?? '') > since)
    .sort((a, b) => ((a.text('on') ?? '') < (b.text('on') ?? '') ? -1 : 1))
}
