import { type CellState, cellStates } from '../../finding/coverage.ts'

/** Paper and ink of each state; every pair can be read by weak eyes (4.5:1 and more). */
export const stateColors: Readonly<Record<CellState, { paper: string; ink: string }>> = {
  broken: { paper: '#b3261e', ink: '#ffffff' },
  cannotJudge: { paper: '#ffe08a', ink: '#3f3000' },
  excepted: { paper: '#cfdcff', ink: '#14285c' },
  kept: { paper: '#cdebd5', ink: '#0c4420' },
  noRule: { paper: '#ffffff', ink: '#4a2a6a' },
  notApplicable: { paper: '#f3f3f3', ink: '#5c5c5c' },
}

const states = cellStates
  .map((state) => {
    const { paper, ink } = stateColors[state]
    return `.${state}{background:${paper};color:${ink}}`
  })
  .join('')

/** The page's own style: nothing is fetched, and it prints on A4 across. */
export const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:90rem;padding:1.5rem;background:#fff;color:#1b1b1b;
font-family:"BIZ UDPGothic","Hiragino Sans","Noto Sans JP","Yu Gothic",Meiryo,sans-serif;line-height:1.6}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.2rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.25rem 0}
.head{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0;font-size:.9rem}.head dt{color:#444}.head dd{margin:0}
a{color:inherit}
.lead{font-size:1.1rem}.note{color:#444;font-size:.9rem}.alert{border:2px solid #b3261e;padding:.5rem 1rem;margin:1rem 0}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0;margin:.5rem 0}
.sign{display:inline-block;min-width:1.8em;text-align:center;border:1px solid #767676;font-weight:700}
.noRule{outline:1px dashed #4a2a6a;outline-offset:-3px}
table{border-collapse:collapse;font-size:.9rem}
th,td{border:1px solid #8a8a8a;padding:.25rem .5rem;vertical-align:top;text-align:left}
thead th{background:#2b3a55;color:#fff;position:sticky;top:0}
th.area{background:#e4e8f0;color:#1b1b1b}
td.cell{text-align:center;font-weight:700;padding:0;min-width:2.4rem;vertical-align:middle}
td.cell a{display:block;padding:.25rem;text-decoration:none}
td.cell a:hover,td.cell a:focus{text-decoration:underline}
th.system{writing-mode:vertical-rl;max-height:16rem;white-space:normal;vertical-align:bottom;font-weight:400}
.scroll{overflow-x:auto}
.bar{display:flex;height:1.4rem;min-width:12rem;border:1px solid #767676}
.bar span{overflow:hidden;text-align:center;font-size:.8rem;line-height:1.3rem;min-width:1.4em}
td.number{text-align:right}
code{font-family:Consolas,Menlo,monospace;font-size:.85em;overflow-wrap:anywhere}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
details{margin:.25rem 0}summary{cursor:pointer}
.clause{margin:.5rem 0 .5rem 1rem;break-inside:avoid}
.clause ul{margin:.1rem 0 .1rem 1.2rem;padding:0}
:target{outline:3px solid #1a56c4}
${states}
@media print{
@page{size:A4 landscape;margin:12mm}
body{max-width:none;padding:0;font-size:9pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
thead th{position:static}tr,.clause{break-inside:avoid}h2{break-after:avoid}
.scroll{overflow:visible}
}
`
