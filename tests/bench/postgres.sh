#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# postgres.sh BIN HOME < corpus.tsv: fills the cluster in HOME/cluster and ends its server, which is
# a child of this process so that its work counts as this one's.
# postgres.sh BIN HOME serve: serves it, says "ready", and ends with its standard input.
set -eu
bin=$1 home=$2 task=${3-index}

"$bin/postgres" -D "$home/cluster" -k "$home" -c listen_addresses='' -c fsync=off \
  -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=512MB -c work_mem=64MB \
  -c maintenance_work_mem=512MB -c max_wal_size=8GB -c jit=off -c wal_level=minimal \
  -c max_wal_senders=0 -c max_parallel_workers_per_gather=0 -c max_parallel_maintenance_workers=0 \
  -c autovacuum=off </dev/null >"$home/log" 2>&1 &
server=$!
trap 'kill -INT $server 2>/dev/null || true; wait $server || true' EXIT
until "$bin/pg_isready" -q -h "$home" -d postgres -U bench; do
  kill -0 $server 2>/dev/null || { cat "$home/log" >&2; exit 1; }
  sleep 0.05
done
if [ "$task" = serve ]; then
  echo ready
  cat >/dev/null
else
  psql -h "$home" -U bench -d postgres -Xq -v ON_ERROR_STOP=1 -f "$home/postgres.sql"
fi
