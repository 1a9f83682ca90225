#!/bin/sh
# Runs scaffold from the Java image that was installed with it.
set -eu

# insert: place
image=$home/@image@
java=$image/bin/java
[ -x "$java" ] || refuse "the Java of scaffold is not there" "$image" "install scaffold again"

# insert: terminal
main='-m @main@'
# insert: options
exec "$java" @flags@ "$@"
