import type { Day } from '../../calendar/day.ts'
import type {
  KnownOrganisation,
  KnownRequirement,
  KnownRole,
  ReadingWords,
} from '../../import/words.ts'
import type { Element } from '../../model/element.ts'
import type { WrittenStandard } from '../../model/standard.ts'
import { lineAbove, type Municipality, municipalityOf } from '../../model/municipality.ts'
import { phrasesIn } from '../../model/sentence.ts'
import { folderOf } from '../../source/path.ts'
import type { Workspace } from '../../source/workspace.ts'
import { headsOf } from '../../yaml/head.ts'
import type { ParsedDocument } from '../../yaml/document.ts'
import { parseDocuments } from '../../yaml/parse.ts'
import { openPacks } from '../open/packs.ts'

/** For which system, and where its municipality and its packs are looked for. */
export interface TownRequest {
  readonly workspace: Workspace
  readonly policies?: string
  /** 自治体/システム */
  readonly system: string
}

/** What is known of the municipality of a system before its procedure is read. */
export interface Town {
  readonly municipality: Municipality | undefined
  readonly standard: WrittenStandard
  /** The pack and the edition that the procedure goes by. */
  readonly reference: { readonly pack: string; readonly edition: string }
  /** The folder of the system. */
  readonly folder: string
}

/** No pack is written for a later day: the newest edition is the one in force. */
const farFuture = '9999-12-31' as Day

/** The municipality of a system where its file is at hand, and the standard that it goes by; else the base standard. */
export async function townOf(request: TownRequest): Promise<Town> {
  const { workspace, system } = request
  const [town = '', name = ''] = system.split('/')
  const packs = await openPacks(request)
  const found = municipalityIn(workspace, town)
  const own = found?.municipality.standards.findLast((one) => one.for === undefined)
  const pack = own?.pack ?? 'base'
  const standard = packs.standardFor(pack, own?.edition, farFuture)
  const edition = own?.edition ?? standard.edition?.writtenText('id') ?? ''
  return {
    municipality: found?.municipality,
    standard,
    reference: { pack, edition },
    folder: found ? `${found.folder}/${name}` : `procedures/${town}/${name}`,
  }
}

function municipalityIn(workspace: Workspace, id: string): FoundMunicipality | undefined {
  return municipalitiesIn(workspace).find(({ municipality }) => municipality.id === id)
}

/** A municipality, and the folder of its file. */
interface FoundMunicipality {
  readonly folder: string
  readonly municipality: Municipality
}

/** The documents of those files that say that they are of a kind, or have one beside them that does. */
export function documentsIn(
  workspace: Workspace,
  files: readonly string[],
  kind: string,
): readonly { readonly path: string; readonly document: ParsedDocument }[] {
  return files.flatMap((path) => {
    const read = workspace.read(path)
    if (!read.ok || !headsOf(read.source).some((head) => head.kind === kind)) return []
    return parseDocuments(read.source).documents.map((document) => ({ path, document }))
  })
}

/** The municipalities whose files are at hand. */
export function municipalitiesIn(workspace: Workspace): readonly FoundMunicipality[] {
  const found: FoundMunicipality[] = []
  const { files } = workspace.discover(['.'])
  for (const { path, document } of documentsIn(workspace, files, 'municipality')) {
    const value = document.value as Readonly<Record<string, unknown>>
    if (value['kind'] === 'municipality' && typeof value['id'] === 'string')
      found.push({ folder: folderOf(path), municipality: municipalityOf(value, document) })
  }
  return found
}

/** What documents are read by. */
export function readingWords({
  standard,
  municipality,
}: Pick<Town, 'standard' | 'municipality'>): ReadingWords {
  return {
    phrases: phrasesIn(standard),
    vocabularies: standard.vocabularies,
    roles: rolesOf(standard),
    requirements: requirementsOf(standard),
    organisations: organisationsOf(municipality),
  }
}

function rolesOf(standard: WrittenStandard): readonly KnownRole[] {
  const own = standard.roles.map((role): KnownRole => {
    const canonical = role.writtenText('canonical') ?? ''
    const aliases = role.writtenParts('aliases').flatMap((alias) => alias.writtenText('name') ?? [])
    const word = standard.word('roles', canonical)
    const names = [role.writtenText('name') ?? '', ...aliases, ...(word ? [word.name] : [])]
    return { canonical, names, near: [...(word?.near ?? [])] }
  })
  const rest = [...(standard.vocabularies.get('roles')?.values() ?? [])].filter(
    ({ id }) => !own.some((role) => role.canonical === id),
  )
  return [
    ...own,
    ...rest.map(({ id, name, near }) => ({
      canonical: id,
      names: [name],
      near: [...(near ?? [])],
    })),
  ]
}

function requirementsOf(standard: WrittenStandard): readonly KnownRequirement[] {
  return [...standard.requirements].map(([key, one]) => ({
    key,
    title: one.writtenText('title') ?? '',
    near: one.writtenTexts('near'),
    text: one.writtenText('text') ?? '',
    place: one.writtenText('place') ?? '',
    subjects: one.writtenTexts('subject'),
  }))
}

/** The organisations by their own names, and by those with what is above them before. */
function organisationsOf(municipality: Municipality | undefined): readonly KnownOrganisation[] {
  return [...(municipality?.organisations.values() ?? [])].flatMap((one) => {
    const nameOf = ({ data }: Element): string => String(data['name'])
    const [id, name] = [String(one.data['id']), nameOf(one)]
    const above = lineAbove(one).slice(1).map(nameOf)
    const whole = above.reduce((below, top) => (below.startsWith(top) ? below : top + below), name)
    return whole === name
      ? [{ id, name }]
      : [
          { id, name },
          { id, name: whole },
        ]
  })
}
