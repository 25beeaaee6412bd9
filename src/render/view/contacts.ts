import { ownValue } from '../../finding/own-value.ts'
import { wideSpace } from '../../japanese/width.ts'
import type { WrittenDossier } from '../../model/dossier.ts'
import { conventionsOf } from '../conventions.ts'
import type { ContactChart } from '../chart/contact-chart.ts'
import { finished, type View, type ViewMaker } from '../view.ts'
import { chainsOf, type ChainText, chainText, pictureName } from './chain.ts'
import { picturesOf } from './picture.ts'
import { stemOf } from './procedure/subject.ts'
import { styleOf } from './style.ts'

/** 連絡体制図 as finished text. */
export interface ContactsText {
  readonly municipality: string
  readonly title: string
  readonly procedure: string
  readonly variant: string
  readonly chains: readonly ChainText[]
}

/** 障害・侵害時の連絡体制図: one for each procedure in force that has a contact chain. */
export const contactsViews: ViewMaker<WrittenDossier> = async (dossier) => {
  const style = styleOf(conventionsOf(dossier.municipality))
  const views = dossier.procedures.map(async (procedure): Promise<readonly View[]> => {
    const chains = chainsOf(procedure, style)
    if (chains.length === 0) return []
    const pictures = await picturesOf(chains, roomForList)
    const name = style.text(procedure.writtenText('title') ?? procedure.key)
    const text: ContactsText = {
      municipality: dossier.municipality.name,
      title: '連絡体制図',
      procedure: name,
      variant: style.text(procedure.writtenText('variant') ?? ''),
      chains: chains.map((one) =>
        chainText(one, ownValue(pictures, pictureName(one.chain))?.alt ?? ''),
      ),
    }
    const title = `${name}${wideSpace}${text.title}`
    const stem = stemOf(dossier, procedure, 'contacts')
    const { fonts } = style.conventions
    return [{ title, stem, text: finished(text), pictures, fonts }]
  })
  return (await Promise.all(views)).flat()
}

/** What the lines above the chart and the list of its organisations, two lines each, take of a page, in pixels. */
function roomForList({ nodes }: ContactChart): number {
  return 190 + 48 * nodes.length
}
