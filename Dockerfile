# syntax=docker/dockerfile:1
# Builds with everything, runs with what is needed: as a user without rights, on a file system that need not be writable
# (beside /data without PostgreSQL, and what compose.yaml names as tmpfs).

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && rm -rf .next/cache

FROM node:24-bookworm-slim AS packages
WORKDIR /app
# What the bundles import, in the same versions: the packages of the pages are in .next already.
COPY --from=build /app/dist/package.json /app/dist/package-lock.json ./
# A compiler, tools for images, a second copy of Next and its handbook serve no page.
RUN npm ci \
  && rm -rf node_modules/@next/swc-* node_modules/@img node_modules/sharp \
  && rm -rf node_modules/next/dist/esm node_modules/next/dist/docs \
  && find node_modules -name '*.map' -delete

FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
# For back-ups of PostgreSQL, as new as that of compose.yaml: an older pg_dump rejects a newer server.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates postgresql-common \
  && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
  && apt-get install -y --no-install-recommends postgresql-client-17 \
  && rm -rf /var/lib/apt/lists/*
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/.next .next
COPY package.json next.config.mjs ./
COPY content content
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/server.mjs"]
