#!/usr/bin/env bash
# Kills the real `eventops checkin --stdin` with kill -9 at random moments and looks whether every
# printed scan is there once.   packaging/soak/kill9.sh [ROUNDS=300] [SEED]
set -eu
cd "$(dirname "$0")/../.."
rounds=${1:-300}
seed=${2:-$(date +%s)}
exec ./mvnw -B -q test -pl app/launcher -am -Dtest=KillNineTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Djacoco.skip=true -DargLine= -Dkill.rounds="$rounds" -Dkill.seed="$seed"
