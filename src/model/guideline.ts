import { Unknown } from '../finding/unknown.ts'
import type { Part } from './part.ts'
import type { Nothing, Reading } from './reading.ts'
import type { Standard } from './standard.ts'

/**
 * The editions of the guideline that came out after the one the standard is based on, oldest first.
 * Unknown where the standard does not say what it is based on, or the guideline is not known.
 */
export function newerGuidelines<R extends Reading>(
  standard: Standard<R>,
): readonly Part<R>[] | Nothing<R> {
  const { known } = standard.root.world.way
  const basedOn = known(standard.edition?.part('basedOn'), () => unknown('editions/basedOn'))
  if (!basedOn) return basedOn
  const [name, edition] = [basedOn.text('guideline'), basedOn.text('edition')]
  const editions = guidelineOf(standard, name)?.parts('editions') ?? []
  const base = known(
    editions.find((one) => one.key === edition),
    () => unknown(`guidelines/${name ?? ''}/${edition ?? ''}`),
  )
  if (!base) return base
  const since = base.text('on') ?? ''
  return editions
    .filter((one) => (one.text('on') ?? '') > since)
    .sort((a, b) => ((a.text('on') ?? '') < (b.text('on') ?? '') ? -1 : 1))
}

/** The guideline that goes by a name or an id; undefined where the standard lists none. */
export function guidelineOf<R extends Reading>(
  standard: Standard<R>,
  name: string | undefined,
): Part<R> | undefined {
  return standard
    .list('guidelines')
    .find((one) => one.key === name || one.writtenText('name') === name)
}

function unknown(path: string): Unknown {
  return new Unknown([{ kind: 'standard', path }])
}
