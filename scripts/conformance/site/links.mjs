// Checks every link and anchor of the site in folder argv[2] by linkinator, each page with a checker of its own: one that
// crawls looks only at the anchors that it knows of when it comes to a page.
import { readdirSync } from 'node:fs'
import { LinkChecker, LinkState } from 'linkinator'

const site = process.argv[2]
const pages = readdirSync(site, { recursive: true }).filter((file) => file.endsWith('.html'))
const dead = new Set()
let links = 0

async function check(page) {
  const { links: found } = await new LinkChecker().check({
    path: page,
    serverRoot: site,
    checkFragments: true,
    checkCss: true,
    linksToSkip: ['^(?!http://localhost:[0-9]+/)'],
  })
  const looked = found.filter((link) => link.state !== LinkState.SKIPPED)
  links += looked.length
  for (const link of looked) {
    const url = link.url.replace(/^http:..localhost:\d+/, '')
    if (link.state === LinkState.BROKEN) dead.add(`${page}: ${url} (${link.status ?? 'no answer'})`)
  }
}

async function worker() {
  while (pages.length > 0) await check(pages.pop())
}

const count = pages.length
await Promise.all([worker(), worker(), worker(), worker()])
for (const each of [...dead].sort()) console.error(`covet: dead link in ${each}`)
if (count < 100) throw new Error(`only ${count} pages were found`)
console.error(`covet: ${count} pages with ${links} links, ${dead.size} dead`)
process.exit(dead.size === 0 ? 0 : 1)
