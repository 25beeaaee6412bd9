import { type PlatformPath, posix } from 'node:path'

/**
 * Paths as the user sees them: relative to the working folder, `/` between names on every system,
 * names in NFC (macOS hands out NFD), `.` for the working folder itself.
 */
export function shownPath(path: PlatformPath, cwd: string, native: string): string {
  const relative = path.relative(cwd, path.resolve(cwd, native))
  const slashed = path.sep === '\\' ? relative.replaceAll('\\', '/') : relative
  return slashed === '' ? '.' : slashed.normalize('NFC')
}

/** The shown path of a name in a folder. */
export function childPath(folder: string, name: string): string {
  if (folder === '.') return name
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`
}

/** The folder that holds a shown path; going up from `.` gives `..`, the root of a drive holds itself. */
export function folderOf(path: string): string {
  if (path === '.') return '..'
  if (isClimb(path)) return `${path}/..`
  const slash = path.lastIndexOf('/')
  if (slash < 0) return isRoot(path) ? path : '.'
  if (slash === 0) return '/'
  const folder = path.slice(0, slash)
  return isRoot(`${folder}/`) ? `${folder}/` : folder
}

/**
 * The folder of a file and those above it, nearest first, never above `top` (shown, `.` or `..` or
 * `../..`) and, for a file outside it, never above the outermost folder that its path names.
 */
export function foldersAbove(path: string, top = '.'): string[] {
  const folders: string[] = []
  let folder = folderOf(path)
  while (!isAbove(folder, top)) {
    folders.push(folder)
    const next = folderOf(folder)
    if (folder === top || next === folder) break
    folder = next
  }
  return folders
}

/** Whether `path` is `folder` itself or stands somewhere below it; both shown. */
export function isWithin(path: string, folder: string): boolean {
  if (folder === '.') return climbs(path) === 0 && !isAbsolute(path)
  if (isClimb(folder)) return climbs(path) <= climbs(folder) && !isAbsolute(path)
  return path === folder || path.startsWith(childPath(folder, ''))
}

/** The part of a shown path below a folder that holds it. */
export function below(path: string, folder: string): string {
  return folder === '.' ? path : path.slice(childPath(folder, '').length)
}

/** A folder named by `..` alone is above the top when it climbs higher. */
function isAbove(folder: string, top: string): boolean {
  return isClimb(folder) && climbs(folder) > climbs(top)
}

/** Whether a folder is named by `..` alone: one that the working folder stands in. */
function isClimb(folder: string): boolean {
  const up = climbs(folder)
  return up > 0 && up === folder.split('/').length
}

/** How many folders a shown path goes up before it goes down. */
export function climbs(path: string): number {
  let up = 0
  for (const name of path.split('/')) {
    if (name !== '..') break
    up++
  }
  return up
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:/.test(path)
}

function isRoot(path: string): boolean {
  return path === '/' || /^[A-Za-z]:\/?$/.test(path)
}

/**
 * A shown path as it is called from a folder above the working folder, which is `folder` there. A path
 * that leads out of that folder keeps its name.
 */
export function fromAbove(path: string, folder: string): string {
  const joined = isAbsolute(path) ? path : posix.join(folder, path)
  return climbs(joined) > 0 ? path : joined
}

/** A relative path as written in a file of a folder, as a shown path; `\\` separates as `/` does. */
export function resolveFrom(folder: string, relative: string): string {
  const names = folder === '.' ? [] : folder.split('/')
  for (const name of relative.replaceAll('\\', '/').normalize('NFC').split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.length === 0 || names.at(-1) === '..') names.push('..')
    else names.pop()
  }
  return names.join('/') || '.'
}
