#!/bin/sh
# UNTRIED: no Mac was at hand. Makes dist/capox-planner and its packed copy for the processor it runs on; nothing is
# signed or notarised, so that macOS asks before the first start. Wants Python 3.11 with pip.
set -eu
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3.11} exec make bundle
