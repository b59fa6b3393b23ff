# ./covet docs: the pages and the Javadoc of the public packages, as one static site with a search.

covet_docs() {
  [ $# -eq 0 ] || fail "docs takes no arguments"
  . "$root/scripts/programs.sh"
  local work="$root/target/docs" site="$root/target/site"
  mkdir -p "$work"
  rm -rf "$work/pages" "$work/.vitepress"
  cp -r "$root/scripts/site/." "$work"
  npm_packages "$work" || exit 1
  # The test that keeps the Javadoc free of warnings writes it.
  maven verify -pl covet-test -am -Dtest=JavadocTest -Dsurefire.failIfNoSpecifiedTests=false || exit 1
  say "covet: builds the site of the pages"
  if ! (cd "$work" && node stage.mjs "$root" pages && npx --no-install vitepress build) >"$work/site.log" 2>&1; then
    cat "$work/site.log" >&2
    fail "the site could not be built"
  fi
  rm -rf "$site"
  mv "$work/.vitepress/dist" "$site"
  say "covet: the site needs a server of files, for example: $JAVA_HOME/bin/jwebserver --directory $site"
  echo "$site/index.html"
}
