import type { Problem } from '../../finding/problem.ts'
import { mistakeLines, cannotRead, UsageError } from '../../finding/usage-error.ts'
import { type DocumentKind, documentKinds } from '../../render/documents.ts'
import { readTemplates, shippedTemplates, templateProblems } from '../../render/templates.ts'
import { openTemplates, type TemplateLibrary } from '../../render/template/library.ts'
import { writePlace } from '../../source/source.ts'

/** The user's own templates, where there are any. */
export interface TemplatesRequest {
  readonly templates?: { readonly folder: string; readonly shown: string }
}

/** Opens the user's templates over those that ship. */
export async function openLibrary({ templates }: TemplatesRequest): Promise<TemplateLibrary> {
  const own = templates && readTemplates(templates.folder, templates.shown)
  const [unread] = own?.problems ?? []
  if (unread) throw cannotRead(unread)
  if (own && own.templates.documents.size + own.templates.partials.size === 0) {
    throw new UsageError(`「${templates.shown}」に、テンプレート（.hbs）が一つもありません`, {
      hint: '文書の名前のファイル（procedure.hbs など）か、partials フォルダーの部品を置いてください。',
    })
  }
  return openTemplates(shippedTemplates(), own?.templates)
}

/** Throws where a user's template is wrong, before anything is made; those that ship are tested. */
export async function requireRight(kind: DocumentKind, library: TemplateLibrary): Promise<void> {
  const strays = library.strays(documentKinds.map(({ name }) => name))
  const problems = library.isOwn(kind.name) ? await templateProblems(kind, library) : []
  if (strays.length + problems.length > 0) throw asUsageError([...strays, ...problems])
}

/** All that is wrong with the templates of a run. */
export async function checkTemplates(request: TemplatesRequest): Promise<readonly Problem[]> {
  const library = await openLibrary(request)
  const problems = [...library.strays(documentKinds.map(({ name }) => name))]
  for (const kind of documentKinds)
    for (const one of await templateProblems(kind, library)) problems.push(one)
  for (const one of library.unused()) problems.push(one)
  const place = ({ location, message }: Problem): string => `${writePlace(location)} ${message}`
  return [...new Map(problems.map((problem) => [place(problem), problem])).values()]
}

/** The mistakes of templates as the end of a run. */
export function asUsageError(problems: readonly Problem[]): UsageError {
  const lines = mistakeLines(problems, { below: ({ fix }) => [`    ${fix}`] })
  return new UsageError(['テンプレートに誤りがあるため、文書を作れません。', ...lines].join('\n'), {
    hint: '直してから、もう一度実行してください。policy-lint templates check で、全部のテンプレートを調べられます。',
  })
}
