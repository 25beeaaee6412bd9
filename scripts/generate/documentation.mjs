export async function documentation() {
  return 'x\n'
}
