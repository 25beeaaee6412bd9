import { decode, encode, type ZipFiles } from '../../zip.ts'

const types = '[Content_Types].xml'
const relations = 'word/_rels/document.xml.rels'
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'

/** Adds a part that belongs to the text of a Word file, unless the file has one of the kind. */
export function withPart(
  files: ZipFiles,
  {
    kind,
    content,
    type,
  }: { readonly kind: string; readonly content: string; readonly type: string },
): ZipFiles {
  const name = `word/${kind}.xml`
  const override = `<Override PartName="/${name}" ContentType="${type}"/>`
  return {
    ...withRelation(files, { id: `pl${kind}`, kind, target: `${kind}.xml` }),
    [types]: encode(decode(files[types]).replace('</Types>', `${override}</Types>`)),
    [name]: encode(content),
  }
}

/** Adds a picture to a Word file under an id. */
export function withPicture(
  files: ZipFiles,
  { id, name, bytes }: { readonly id: string; readonly name: string; readonly bytes: Uint8Array },
): ZipFiles {
  const declared = decode(files[types])
  const isKnown = /<Default [^>]*Extension="png"/i.test(declared)
  const png = '<Default Extension="png" ContentType="image/png"/>'
  const withType = isKnown ? declared : declared.replace(/(<Types\b[^>]*>)/, `$1${png}`)
  return {
    ...withRelation(files, { id, kind: 'image', target: `media/${name}` }),
    [types]: encode(withType),
    [`word/media/${name}`]: bytes,
  }
}

/** The pictures of a Word file of ours: what the text calls them, and their bytes. */
export function picturesOf(
  files: ZipFiles,
): readonly { readonly id: string; readonly bytes: Uint8Array }[] {
  const entries = decode(files[relations]).match(/<Relationship\b[^>]*>/g) ?? []
  return entries.flatMap((entry) => {
    const target = /Target="(media\/[^"]*)"/.exec(entry)?.[1]
    const id = /\bId="([^"]*)"/.exec(entry)?.[1]
    const bytes = target === undefined ? undefined : files[`word/${target}`]
    return id !== undefined && bytes ? [{ id, bytes }] : []
  })
}

/** Adds a relation of the text of a Word file to another of its parts. */
export function withRelation(
  files: ZipFiles,
  { id, kind, target }: { readonly id: string; readonly kind: string; readonly target: string },
): ZipFiles {
  const empty =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const known = files[relations] ? decode(files[relations]) : empty
  const open = known.replace(/<Relationships\b([^>]*)\/>/, '<Relationships$1></Relationships>')
  const entry = `<Relationship Id="${id}" Type="${kinds}${kind}" Target="${target}"/>`
  return {
    ...files,
    [relations]: encode(open.replace('</Relationships>', `${entry}</Relationships>`)),
  }
}
