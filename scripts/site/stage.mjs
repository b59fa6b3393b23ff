// Copies the pages of the repository in folder argv[2] to folder argv[3], as VitePress reads them: README.md becomes
// index.md, and a file or folder of the repository that a page leads to becomes a page that shows it.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, posix, relative } from 'node:path'

const [root, pages] = process.argv.slice(2)
const FOLDERS = ['', 'docs', 'docs/decisions', 'docs/internals']
const LANGUAGES = { '.java': 'java', '.xml': 'xml', '.sh': 'bash', '.json': 'json', '.properties': 'ini' }
const LINK = /\]\((?![a-z]+:|\/|#)([^)#\s]+)(#[^)\s]*)?\)/g
const shown = new Set()

const read = (path) => readFileSync(join(root, path), 'utf8')

function write(path, text) {
  mkdirSync(dirname(join(pages, path)), { recursive: true })
  writeFileSync(join(pages, path), text)
}

/** Copies a file as it is, to its own address. */
function publish(path) {
  cpSync(join(root, path), join(pages, 'public', path))
}

function page(path) {
  const text = eachLine(read(path), (line) =>
    line
      .replace(LINK, (_, to, anchor = '') => `](${target(path, to)}${anchor})`)
      .replace('| Javadoc |', '| [Javadoc](/javadoc/index.html){target="_self"} |'),
  )
  write(path.replace(/README\.md$/, 'index.md'), path === 'README.md' ? home(text) : text)
  publish(path)
}

/** Changes the lines of a page that are not in a block of code. */
function eachLine(text, change) {
  let inside = false
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith('```')) inside = !inside
      return inside ? line : change(line)
    })
    .join('\n')
}

/** Where a link of a page leads to on the site. */
function target(path, to) {
  const file = posix.join(posix.dirname(path), to).replace(/\/$/, '')
  if (file.endsWith('README.md')) return to.replace(/README\.md$/, 'index.md')
  if (file.endsWith('.md')) return to
  if (!/\.(png|txt)$/.test(file)) return `/${show(file)}`
  publish(file)
  return `/${file}`
}

/** Makes a page of a file or folder, and those in it; its path. */
function show(path) {
  const folder = statSync(join(root, path)).isDirectory()
  const result = folder ? `${path}/index.md` : `${path}.md`
  if (shown.has(path)) return result
  shown.add(path)
  write(result, `# ${posix.basename(path)}\n\n\`${path}\`\n\n${folder ? list(path) : code(path)}\n`)
  return result
}

function list(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !/\/(target|data|\..*)(\/|$)/.test(file) && extname(file) in LANGUAGES)
    .sort()
    .map((file) => `- [${posix.relative(folder, file)}](/${show(file)})`)
    .join('\n')
}

function code(file) {
  publish(file)
  return `\`\`\`\`${LANGUAGES[extname(file)] ?? 'text'}\n${read(file)}\n\`\`\`\``
}

/** The first page: what Covet is in large letters, two ways to begin, then the README. */
function home(text) {
  const [title, sentences, ...rest] = text.split('\n\n')
  const words = sentences.replace(/\s+/g, ' ').replaceAll('**', '').replaceAll('`', '')
  const [first, ...more] = words.replace(/^Covet is a /, 'A ').split(/: |(?<=\.) /).map(sentence)
  const hero = {
    layout: 'home',
    title: title.slice(2),
    hero: {
      name: title.slice(2),
      text: first,
      tagline: more.join(' '),
      actions: [
        { theme: 'brand', text: 'Quick start', link: '/docs/quick-start' },
        { theme: 'alt', text: 'Your first hour', link: '/docs/first-hour' },
        { theme: 'alt', text: 'All pages', link: '/docs/' },
      ],
    },
  }
  return `---\n${JSON.stringify(hero)}\n---\n\n${rest.join('\n\n')}`
}

const sentence = (words) => words[0].toUpperCase() + words.slice(1)

for (const folder of FOLDERS) {
  for (const name of readdirSync(join(root, folder))) {
    if (name.endsWith('.md')) page(posix.join(folder, name))
  }
}
publish('llms.txt')
for (const line of read('llms.txt').split('\n')) {
  for (const [, to] of line.matchAll(LINK)) if (!existsSync(join(pages, 'public', to))) publish(to)
}
cpSync(join(root, 'covet-test/target/javadoc'), join(pages, 'public/javadoc'), { recursive: true })
