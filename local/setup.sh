# What the three commands share. Sourced with the repository's root in $root; every failure is one plain sentence.

fail() { echo "$1" >&2; exit 1; }

need_dotnet() {
  command -v dotnet >/dev/null || fail "The .NET SDK 10 is missing: install it from https://dotnet.microsoft.com/download and try again."
  dotnet --list-sdks | grep -q '^10\.' || fail "The .NET SDK 10 is missing (found: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd, -)): install it from https://dotnet.microsoft.com/download and try again."
}

# Node.js and the packages of local/, installed again when the lock file is another.
need_node_packages() {
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js 20 or later is missing: install it from https://nodejs.org and try again."
  local major; major="$(node -p 'process.versions.node.split(".")[0]')"
  [ "$major" -ge 20 ] || fail "Node.js 20 or later is needed (found: $(node --version)): install it from https://nodejs.org and try again."
  cmp -s "$root/local/package-lock.json" "$root/local/node_modules/.installed-lock.json" && return
  echo "Installing the local services (npm ci)…"
  local log="$root/.local/npm.log"
  mkdir -p "$root/.local"
  (cd "$root/local" && npm ci --no-audit --no-fund --loglevel=error) >"$log" 2>&1 || { tail -n 20 "$log" >&2; fail "npm could not install the local services; the whole output is in $log."; }
  cp "$root/local/package-lock.json" "$root/local/node_modules/.installed-lock.json"
}

# build <project or solution>…: silent, unless there is something to say.
build() {
  local target log="$root/.local/build.log"
  mkdir -p "$root/.local"
  for target in "$@"; do
    dotnet build "$root/$target" -c Release --nologo -v quiet -clp:NoSummary >"$log" 2>&1 || { cat "$log" >&2; fail "The build of $target failed."; }
  done
}
