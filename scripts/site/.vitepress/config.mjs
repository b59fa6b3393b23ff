// How the pages that stage.mjs has written become a site. Everything that it loads comes from the site itself.
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'

const pages = 'pages'
const ROW = /^\|(?: \[[^\]]+\]\(([^)#]+)\).*?|) \|/
const TYPE = /^@?([A-Z]\w*(?:\.[A-Z]\w*)*)$/
const read = (path) => readFileSync(`${pages}/${path}`, 'utf8')

/** The rows of a table of pages, as items of the sidebar, without the first page; an empty row begins a new group. */
function groups(list) {
  const result = [[]]
  for (const line of read(list).split('\n')) {
    const row = ROW.exec(line)
    if (!row || row[1] === '../index.md') continue
    if (!row[1]) result.push([])
    else if (row[1] === javadoc.link) result.at(-1).push(javadoc)
    else result.at(-1).push(item(posix.join(posix.dirname(list), row[1])))
  }
  return result
}

/** A page by its title; the list of the decisions has them under it. */
function item(path) {
  const text = /^# (.+)/m.exec(read(path))[1]
  const below = path === 'docs/decisions/index.md' ? { items: groups(path).flat(), collapsed: true } : {}
  return { text, link: `/${path.replace(/((?<=\/)index)?\.md$/, '')}`, ...below }
}

/** The anchor that GitHub gives a heading, which the tests of the pages compare links with. */
function slugify(title) {
  return title.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')
}

/** Where the Javadoc of each type is, by its name; of two types with one name, neither. */
function javadocOfTypes() {
  const types = new Map()
  const index = `${pages}/public/javadoc/type-search-index.js`
  for (const { p, l } of JSON.parse(/\[.*\]/s.exec(readFileSync(index, 'utf8'))[0])) {
    if (p) types.set(l, types.has(l) ? null : `/javadoc/${p.replaceAll('.', '/')}/${l}.html`)
  }
  return types
}

/** Makes the first `Type` or `@Type` of a section a link to its Javadoc. */
function linkTypes(markdown) {
  const types = javadocOfTypes()
  markdown.core.ruler.push('javadoc', ({ tokens }) => {
    let linked = new Set()
    let above = 'heading_open'
    for (const token of tokens) {
      if (token.type === 'heading_open') linked = new Set()
      if (token.type === 'inline' && above !== 'heading_open') linkIn(token, linked)
      above = token.type
    }
  })

  function linkIn({ children }, linked) {
    let depth = 0
    for (const token of children) {
      if (token.type === 'link_open') depth++
      if (token.type === 'link_close') depth--
      const type = token.type === 'code_inline' && depth === 0 && TYPE.exec(token.content)?.[1]
      if (!type || !types.get(type) || linked.has(type)) continue
      linked.add(type)
      token.meta = { javadoc: types.get(type) }
    }
  }

  const inline = markdown.renderer.rules.code_inline
  markdown.renderer.rules.code_inline = (tokens, at, ...rest) => {
    const html = inline(tokens, at, ...rest)
    const to = tokens[at].meta?.javadoc
    return to ? `<a href="${to}" target="_self">${html}</a>` : html
  }
}

const javadoc = { text: 'Javadoc', link: '/javadoc/index.html', target: '_self' }

export default {
  title: 'Covet',
  description: 'A web API framework for Java 25 in which the types are the API',
  lang: 'en',
  srcDir: pages,
  srcExclude: ['public/**'],
  head: [
    ['link', { rel: 'icon', href: 'data:,' }],
    ['style', {}, '.VPHero .main, .VPHero .heading, .VPHero .text, .VPHero .tagline { max-width: 900px !important }'],
  ],
  markdown: {
    anchor: { slugify },
    config: linkTypes,
  },
  themeConfig: {
    nav: [
      { text: 'Quick start', link: '/docs/quick-start' },
      { text: 'All pages', link: '/docs/' },
      javadoc,
    ],
    sidebar: groups('docs/index.md').map((items) => ({ items })),
    outline: [2, 3],
    search: {
      provider: 'local',
      options: { miniSearch: { searchOptions: { boostDocument: (id) => (id.startsWith('/docs/') && id.split('/').length === 3 ? 1 : 0.4) } } },
    },
  },
}
