#!/bin/sh
# Runs scaffold from the Java image that was installed with it.
set -eu

# insert: place
for place in @places@; do
  image=$home/$place
  [ ! -d "$image" ] || break
done
java=$image/bin/java
[ -x "$java" ] || refuse "the Java of scaffold is not there" "$image" "install scaffold again"

# The commands that are over in a blink have an archive of classes of their own, in which theirs are
# linked as well. Java crashes on one that is not whole, and to look through it takes as long as half
# of a run. So that is done once after it changed, and remembered in the user's cache. Where that
# cannot be, Java looks through it each time, and does without one that is not whole.
archive=$image/@everything@
sum='@everything_sum@'
case ${1:-} in
  new) own=@new@ own_sum='@new_sum@' ;;
  help | version | --help | -h | --version | -V | '') own=@tell@ own_sum='@tell_sum@' ;;
  *) own= ;;
esac
if [ -n "$own" ] && [ -f "$image/$own" ]; then
  archive=$image/$own
  sum=$own_sum
fi
whole=
seen=
cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
case $cache in
  /*)
    case $image in
      /*) place=$image ;;
      *) place=$(CDPATH='' cd -- "$image" && pwd -P) || place= ;;
    esac
    [ -z "$place" ] || seen=$cache/@name@/${sum%% *}$place/whole
    ;;
esac
if [ -n "$seen" ] && [ "$seen" -nt "$archive" ]; then
  whole=-XX:-VerifySharedSpaces
else
  whole=-XX:+VerifySharedSpaces
  if [ -n "$seen" ] && mkdir -p "${seen%/*}" 2>/dev/null; then
    if [ "$({ cksum <"$archive"; } 2>/dev/null)" = "$sum" ]; then
      { : >"$seen"; } 2>/dev/null && whole=-XX:-VerifySharedSpaces
    fi
  fi
fi

# insert: terminal
main='-m @main@'
# insert: options
# With its archive, all of new is over before it pays to compile anything.
if [ "$own" = @new@ ]; then
  set -- -Xint "$@"
fi
exec "$java" "$whole" -XX:SharedArchiveFile="$archive" @flags@ "$@"
