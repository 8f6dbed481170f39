# Shared by the scripts: places, words, and the packages that a build needs.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
BUILD_PACKAGES="libsqlite3-dev libcurl4-openssl-dev libyaml-dev libssl-dev libmicrohttpd-dev libstemmer-dev zlib1g-dev libzstd-dev libpoppler-glib-dev libgmime-3.0-dev libseccomp-dev pkg-config tzdata ca-certificates"
SWIFT_PACKAGES="binutils git gcc libc6-dev libstdc++-12-dev libncurses6 libedit2 libxml2 libpython3.11 libsqlite3-0 libz3-4 libcurl4 zlib1g"
TEST_PACKAGES="python3 python3-venv openssl curl procps sqlite3 strace systemd unicode-data libexttextcat-data"

say() { printf '== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# Installs what is missing of the Debian packages named.
need_packages() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "installing Debian packages: ${missing[*]}"
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  local log; log=$(mktemp)
  "${as_root[@]}" apt-get update -qq >"$log" 2>&1 || true
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >>"$log" 2>&1 \
    || { tail -5 "$log" >&2; rm -f "$log"; fail "apt-get could not install ${missing[*]}"; }
  rm -f "$log"
}

need_swift() {
  command -v swift >/dev/null || { [ -x /opt/swift/usr/bin/swift ] && PATH=/opt/swift/usr/bin:$PATH; }
  command -v swift >/dev/null || fail "no Swift toolchain found: install Swift 6.2 or newer and put it on PATH"
  # A toolchain from an archive brings none of the libraries and headers that it needs.
  swift --version >/dev/null 2>&1 && command -v ld >/dev/null && command -v git >/dev/null && return 0
  need_packages $SWIFT_PACKAGES
  swift --version >/dev/null 2>&1 || { swift --version >&2; fail "the Swift toolchain does not run"; }
}

# Runs a long command with its output in a file, a dot every five seconds; prints the end of it when it fails.
quietly() {
  local what=$1 log=$2; shift 2
  printf '== %s ' "$what"
  "$@" >"$log" 2>&1 &
  local pid=$!
  while kill -0 $pid 2>/dev/null; do sleep 1; seconds=$((${seconds:-0} + 1)); [ $((seconds % 5)) -eq 0 ] && printf '.'; done
  if wait $pid; then printf ' ok\n'; else printf ' failed\n'; tail -40 "$log" >&2; return 1; fi
}

# The release binaries (or another product), with the Swift library inside.
build_release() {
  local product
  mkdir -p "$ROOT/build"
  for product in ${1:-tocsin tocsin-reader}; do
    quietly "building $product for release (a few minutes the first time)" "$ROOT/build/release.log" \
      swift build --package-path "$ROOT" -c release --product "$product" --static-swift-stdlib \
      -Xswiftc -gnone -Xlinker -z -Xlinker now || fail "the release build failed; see build/release.log"
  done
  TOCSIN=$ROOT/.build/release/tocsin
}
