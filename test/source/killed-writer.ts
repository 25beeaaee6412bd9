/** Writes one of two states of a folder over the other until somebody ends it; says when it begins. */
import { holdingSignals, writeTogether } from '../../src/source/write-together.ts'

const [folder = ''] = process.argv.slice(2)
const states = ['a', 'b'].map((letter) =>
  Array.from({ length: 12 }, (_, index) => ({
    name: `${index}.html`,
    content: letter.repeat(20_000),
  })),
)
for (;;) {
  for (const files of states) {
    await holdingSignals(() => {
      writeTogether(folder, files)
    })
    process.stdout.write('.')
  }
}
