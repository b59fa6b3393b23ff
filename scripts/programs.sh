# Finds the few programs that Maven Central does not have: npm with its packages, and a browser. Sourced by what needs them.

# Where program $1 is missing, installs the Debian packages $2 and more, as root.
use_program() {
  local program="$1"
  shift
  if command -v "$program" >/dev/null; then return 0; fi
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "covet: $program is missing; as root on Debian: apt-get install -y $*" >&2
    return 1
  fi
  echo "covet: installs the Debian packages $*" >&2
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

# Installs what package-lock.json in folder $1 names, unless it is there; no script of a package runs.
npm_packages() {
  local lock="$1/package-lock.json" installed="$1/node_modules/covet.lock"
  use_program npm nodejs npm || return 1
  if ! node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)'; then
    echo "covet: Node.js $(node --version) is too old: 20 or later is needed" >&2
    return 1
  fi
  if cmp -s "$lock" "$installed"; then return 0; fi
  echo "covet: fetches the npm packages $(tr -d ' \n' <"$1/package.json" | grep -o '"dependencies":{[^}]*}' | cut -d: -f2-)" >&2
  if (cd "$1" && npm ci --ignore-scripts --fetch-timeout=60000 --no-audit --no-fund --loglevel=error) >"$1/npm.log" 2>&1; then
    cp "$lock" "$installed"
    return 0
  fi
  cat "$1/npm.log" >&2
  echo "covet: npm could not fetch the packages: is there a network? Behind a proxy, npm wants https_proxy" >&2
  return 1
}
