/** A heading as it is compared: widths, spaces and marks do not count. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s※*・/]/gu, '')
    .toLowerCase()
}
