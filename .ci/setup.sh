# SPDX-License-Identifier: GPL-3.0-or-later
# What the set-up commands share: showing what is done, and installing what is missing. To be
# sourced by bash from the root of the tree.

# Ends the script with a message of one or more lines.
die() {
  printf '%s: %s\n' "$0" "$1" >&2
  [ $# -lt 2 ] || printf '  %s\n' "${@:2}" >&2
  exit 1
}

# Shows a command as one would type it, then runs it.
run() {
  local word line='$'
  for word in "$@"; do
    [[ $word =~ ^[A-Za-z0-9_./=:,{}+-]+$ ]] || word=${word@Q}
    line+=" $word"
  done
  printf '\n%s\n' "$line"
  "$@"
}

# The packages of the sections named, one a line.
packages_of() {
  awk -v wanted=" $* " '
    { sub(/#.*/, "") }
    /^\[/ { on = index(wanted, " " substr($1, 2, length($1) - 2) " "); next }
    on && NF { print $1 }' .ci/packages.txt | sort -u
}

# Those of the packages named that dpkg does not have installed.
missing_of() {
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      printf '%s\n' "$package"
  done
}

# install_packages INSTALL SECTION...: installs what is missing of these sections when INSTALL is
# `true`; otherwise only says what is missing, for it may be there by another way than packages.
install_packages() {
  local install=$1 packages missing as_root=()
  shift
  mapfile -t packages < <(packages_of "$@")
  if ! command -v dpkg-query >/dev/null; then
    $install || return 0
    die 'this is not a Debian or Ubuntu machine, so nothing can be installed here.' \
      'Install what answers to these packages, then run this again with --no-install:' \
      "${packages[*]}"
  fi
  mapfile -t missing < <(missing_of "${packages[@]}")
  if [ ${#missing[@]} -eq 0 ]; then
    echo "All ${#packages[@]} packages needed are installed."
    return 0
  fi
  if ! $install; then
    echo "Not installed, as --no-install asks: ${missing[*]}"
    return 0
  fi
  echo "To be installed: ${missing[*]}"
  command -v apt-get >/dev/null ||
    die 'there is no apt-get. Install these packages, then run this again:' "${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      die 'packages are missing, and there is no sudo. As root, run:' \
        "apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  run "${as_root[@]}" apt-get update ||
    echo 'The package lists could not all be refreshed; trying with those at hand.' >&2
  run "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends "${missing[@]}" ||
    die 'apt-get could not install everything (see above). Mend that, or install them yourself' \
      'and run this again with --no-install.'
}
