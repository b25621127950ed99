# UNTRIED: no Windows machine was at hand. Makes dist\capox-planner and its packed copy; nothing is signed.
# Wants Python 3.11 from python.org (the launcher `py`) and a checkout of the project.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")
py -3.11 tools/setup_environment.py --bundle
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& .venv-bundle\Scripts\python.exe tools\bundle\make_bundle.py
exit $LASTEXITCODE
