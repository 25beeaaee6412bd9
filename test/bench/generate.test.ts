import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { corpus } from '../../bench/generate.mjs'

const files = (count: number, seed: number) => [...corpus(count, seed)]
const procedures = files(300, 1).filter(({ path }) => path.endsWith('/procedure.yaml'))

describe('the corpus of the bench', () => {
  it('is the same for the same seed and another for another', () => {
    expect(files(30, 1)).toEqual(files(30, 1))
    expect(files(30, 1)).not.toEqual(files(30, 2))
  })

  it('keeps its first files when it grows', () => {
    const fewer = files(20, 1)
    expect(files(40, 1).slice(0, fewer.length)).toEqual(fewer)
  })

  it('has one procedure of 10 to 20 KB for each system', () => {
    const sizes = procedures.map(({ text }) => Buffer.byteLength(text))
    expect(sizes).toHaveLength(300)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10_000)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20_000)
  })

  it('writes 20 to 40 duties into each', () => {
    for (const { text } of procedures.slice(0, 60)) {
      const { duties } = load(text) as { duties: unknown[] }
      expect(duties.length).toBeGreaterThanOrEqual(20)
      expect(duties.length).toBeLessThanOrEqual(40)
    }
  })

  it('puts one fault into about a tenth of them', () => {
    const faulty = procedures.filter(({ fault }) => fault !== undefined)
    expect(faulty.length).toBeGreaterThan(300 * 0.05)
    expect(faulty.length).toBeLessThan(300 * 0.15)
    expect(new Set(faulty.map(({ fault }) => fault)).size).toBeGreaterThan(5)
  })

  it('begins with the municipality', () => {
    expect(load(files(1, 1)[0]?.text ?? '')).toMatchObject({ kind: 'municipality' })
  })
})
