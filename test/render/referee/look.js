/* global document */
// Runs in the browser: opens page after page as a phone would, and writes down what is wrong with them.
// eslint-disable-next-line no-unused-vars
async function look(pages, checker, width) {
  const found = []
  for (const [name, html] of pages) {
    const frame = document.createElement('iframe')
    frame.style.cssText = `border: 0; width: ${width}px; height: 800px`
    frame.srcdoc = html
    const loaded = new Promise((resolve) => (frame.onload = resolve))
    document.body.append(frame)
    await loaded
    const own = frame.contentWindow
    own.eval(checker)
    const { violations } = await own.axe.run(own.document, { resultTypes: ['violations'] })
    for (const { id, nodes } of violations)
      found.push(`${name} ${id} ${nodes[0].html.slice(0, 200)}`)
    const wide = own.document.documentElement.scrollWidth
    if (wide > width) found.push(`${name} is ${wide} wide`)
    frame.remove()
  }
  const output = document.createElement('output')
  output.textContent = encodeURIComponent(JSON.stringify(found))
  document.body.append(output)
}
