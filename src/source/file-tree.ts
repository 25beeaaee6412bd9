/** One name in a folder. A symbolic link shows as what it leads to, with the real place it leads to. */
export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
  /** Set for links: the identity of the target, or why it is not followed. */
  readonly link?: { readonly to: string } | 'outside' | 'broken'
}

/**
 * The little that discovery needs of a store of files. All paths are shown paths; what cannot be
 * read throws, and discovery turns it into a problem, but for a `RevisionError`, which ends the run.
 */
export interface FileTree {
  /** The highest folder that may be read from, shown: `.` is the working folder. */
  readonly top: string
  /** A path as the user wrote it, as a shown path. */
  show(path: string): string
  /** A shown path from the root of the store down, as `/` separated text. */
  full(path: string): string
  kindOf(path: string): Entry['kind'] | undefined
  entries(folder: string): readonly Entry[]
  /** In bytes. */
  size(path: string): number
  bytes(path: string): Uint8Array
  /** The same for every path that leads to the same file or folder; below a folder, names are added. */
  identity(path: string): string
}
