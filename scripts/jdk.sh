# Finds a JDK 25, or downloads one. Part of ./covet, here and in users' projects.

temurin_version="25.0.3+9"

# Sets JAVA_HOME and PATH.
use_jdk() {
  local found
  found="$(installed_jdk || downloaded_jdk)" || exit 1
  export JAVA_HOME="$found" PATH="$found/bin:$PATH"
}

covet_jdk() { printf '%s\n' "$JAVA_HOME"; }

# Prints the first JDK 25 in JAVA_HOME, PATH and the usual places.
installed_jdk() {
  [ "${COVET_JDK_SEARCH:-on}" != off ] || return 1
  local place
  for place in "${JAVA_HOME:-}" "$(jdk_on_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/openjdk* \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* "${HOME:-/}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk_25 "$place"; then
      printf '%s\n' "$place"
      return 0
    fi
  done
  return 1
}

# Prints the home of the javac on PATH, or nothing.
jdk_on_path() {
  local javac
  javac="$(command -v javac)" || return 0
  javac="$(readlink -f "$javac" 2>/dev/null || printf '%s' "$javac")"
  printf '%s\n' "${javac%/bin/javac}"
}

is_jdk_25() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

# Prints the JDK that was downloaded before, or downloads it now; only a whole, checked one is ever kept.
downloaded_jdk() {
  local home url
  home="$(writable_cache)/jdk-25"
  if ! is_jdk_25 "$home"; then
    url="$(jdk_url)" || fail "no JDK 25 found, and none to download for this system: install a JDK 25 and set JAVA_HOME"
    download_jdk "$url" "$home" || return 1
  fi
  printf '%s\n' "$home"
}

# Prints a folder that may be written and that other clones share, where there is one.
writable_cache() {
  local shared="${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/covet"
  if mkdir -p "$shared" 2>/dev/null && [ -w "$shared" ]; then
    printf '%s\n' "$shared"
  else
    mkdir -p "$root/.covet"
    printf '%s\n' "$root/.covet"
  fi
}

# Prints the address of Temurin 25 for this system.
jdk_url() {
  if [ -n "${COVET_JDK_URL:-}" ]; then
    printf '%s\n' "$COVET_JDK_URL"
    return 0
  fi
  local os arch
  case "$(uname -s)" in
    Linux) os="linux" && [ ! -e /etc/alpine-release ] || os="alpine-linux" ;;
    Darwin) os="mac" ;;
    *) return 1 ;;
  esac
  case "$(uname -m)" in
    x86_64 | amd64) arch="x64" ;;
    aarch64 | arm64) arch="aarch64" ;;
    *) return 1 ;;
  esac
  printf 'https://github.com/adoptium/temurin25-binaries/releases/download/jdk-%s/OpenJDK25U-jdk_%s_%s_hotspot_%s.tar.gz\n' \
    "${temurin_version/+/%2B}" "$arch" "$os" "${temurin_version/+/_}"
}

# Downloads the archive at $1 to a folder of its own, checks it, and moves the JDK in it to $2.
download_jdk() (
  work="$(mktemp -d "$2.XXXXXX")"
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT TERM
  say "covet: no JDK 25 found; downloading Temurin 25 (about 140 MB) from $1"
  fetch "$1.sha256.txt" "$work/sum" && fetch "$1" "$work/jdk.tar.gz" ||
    fail "the download failed: install a JDK 25 and set JAVA_HOME, or try again"
  wanted="$(cut -d ' ' -f 1 <"$work/sum")"
  [ "$(sha256 <"$work/jdk.tar.gz")" = "$wanted" ] ||
    fail "the JDK from $1 does not match its checksum file; nothing was kept"
  mkdir "$work/jdk"
  tar -xzf "$work/jdk.tar.gz" -C "$work/jdk" --strip-components 1 || fail "the JDK from $1 cannot be unpacked"
  unpacked="$work/jdk"
  [ -d "$unpacked/bin" ] || unpacked="$work/jdk/Contents/Home" # macOS
  is_jdk_25 "$unpacked" || fail "what came from $1 is not a JDK 25; nothing was kept"
  rm -rf "$2"
  mv "$unpacked" "$2"
  say "covet: JDK 25 is in $2"
)

# Downloads $1 to the file $2, with a progress bar on a terminal.
fetch() {
  if command -v curl >/dev/null; then
    local progress="--silent"
    [ ! -t 2 ] || progress="--progress-bar"
    curl --fail --location --show-error "$progress" --connect-timeout 20 --retry 2 --output "$2" "$1" >&2
  elif command -v wget >/dev/null; then
    wget --quiet --timeout 20 --tries 3 --output-document "$2" "$1" >&2
  else
    fail "neither curl nor wget is installed, to download $1 with"
  fi
}

# Prints the SHA-256 of what it reads.
sha256() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1
}
