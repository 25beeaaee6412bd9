import { execFile } from 'node:child_process'

/**
 * Runs another program to its end, or until patience ends: by its path, with its arguments one by one,
 * never through a shell. Whether it did its work is for the caller to see.
 */
export function runProgram(
  file: string,
  options: readonly string[],
  { patience }: { readonly patience: number },
): Promise<void> {
  return new Promise((resolve) => {
    execFile(file, [...options], { timeout: patience, windowsHide: true }, () => {
      resolve()
    })
  })
}
