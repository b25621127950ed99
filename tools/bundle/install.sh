#!/bin/sh
# Install this bundle, or put it in the place of an older one: the records are backed up and brought to the new schema
# first, and the old program stays until all of that went well. Nothing is asked, so that it can run unattended.
#
# usage: ./install.sh [--to FOLDER] [--no-records]
#   --to FOLDER     where versions stand side by side (usual: /opt/capox-planner); FOLDER/current is the one in use
#   --no-records    only the program: the records are elsewhere, or whoever owns the database upgrades them
#
# The records are those this computer opens: CAPOX_DATABASE, capox.toml, else the file of the user who runs this.
# An encrypted store is opened by the file that CAPOX_PASSPHRASE_FILE names.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
to=/opt/capox-planner
records=yes
while [ $# -gt 0 ]; do
    case $1 in
        --to) to=$2; shift 2 ;;
        --no-records) records=no; shift ;;
        *) echo "install.sh: '$1' is no option; the first lines of this file name them." >&2; exit 2 ;;
    esac
done

version=$(cat "$here/VERSION")
new=$to/$version
(cd "$here" && sha256sum --quiet --check SHA256SUMS) || { echo "Stopped: this copy of the program is damaged." >&2; exit 1; }
"$here/capox" selftest >/dev/null || { echo "Stopped: the worked examples of the new version fail." >&2; exit 1; }

mkdir -p "$to"
if [ "$here" != "$new" ]; then
    rm -rf "$new.part"
    cp -a "$here" "$new.part"
    rm -rf "$new.part/capox-data"
    if [ -e "$new" ]; then rm -rf "$new.old"; mv "$new" "$new.old"; fi
    mv "$new.part" "$new"
    rm -rf "$new.old"
fi

if [ "$records" = yes ]; then
    # A file is backed up and verified by the upgrade itself, beside the store; of a server a dump is made here.
    kind=$("$new/capox" database where --kind) || { echo "Stopped: the records this computer opens cannot be told." >&2; exit 1; }
    if [ "$kind" = server ]; then
        mkdir -p "$to/backups"
        chmod 700 "$to/backups"
        dump=$to/backups/capox-before-$version-$(date -u +%Y%m%dT%H%M%SZ).dump
        "$new/capox" database backup "$dump" || { echo "Stopped: no dump could be made; the older version stays in use." >&2; exit 1; }
    fi
    if [ "$kind" != none ]; then
        "$new/capox" database upgrade || { echo "Stopped: the records were not upgraded; the older version stays in use." >&2; exit 1; }
    fi
fi

ln -sfn "$version" "$to/current.part"
mv -T "$to/current.part" "$to/current"
echo "CAPOX Planner $version is in $to/current."
