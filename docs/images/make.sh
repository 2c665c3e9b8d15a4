#!/bin/sh
# Draws the picture at the head of the README again: the tune that the quickstart writes. A test holds the picture to that.
set -eu

cd "$(dirname "$0")/../.."
mvn -q -B -pl examples/quickstart -am test -Dtest=PictureOfReadmeTest -Dsurefire.failIfNoSpecifiedTests=false -Dmusicgen.approve=true
