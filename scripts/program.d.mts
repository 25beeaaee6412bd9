/** Which file each module of the program goes into. */
export function planProgram(
  root: string,
  external: readonly string[],
): Promise<{ readonly placed: ReadonlyMap<string, string> }>
