# syntax=docker/dockerfile:1
# Bluelamp with its documents, its model and a built index. Runs as a user without rights, on a read-only root file system.

FROM node:22-bookworm-slim AS build
# For hnswlib-node, which is compiled; without it search is exact, and answers are the same.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY bin bin
COPY src src
COPY ingest ingest
COPY index index
COPY web web
COPY corpus corpus
COPY models models
RUN npm run build && npm prune --omit=dev
# Built here, so that a container serves as soon as it starts, and with no folder to write to but its data.
RUN rm -rf src ingest web index \
  && BLUELAMP_INDEX_DIR=/app/index BLUELAMP_DATA_DIR=/tmp/data npm run ingest

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=8787 \
  BLUELAMP_INDEX_DIR=/var/lib/bluelamp/index \
  BLUELAMP_DATA_DIR=/var/lib/bluelamp/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/bin bin
COPY --from=build /app/dist dist
COPY --from=build /app/corpus corpus
COPY --from=build /app/models models
COPY web/*.css web/*.js web/*.svg web/
COPY web/embed/bluelamp-chat.js web/embed/
COPY NOTICE ./
# What `doctor` says of the Slack app is read from its manifests.
COPY slack slack
# A new volume begins with what lies under its place.
COPY --from=build --chown=node:node /app/index /var/lib/bluelamp/index
RUN mkdir -p /var/lib/bluelamp/data && chown node:node /var/lib/bluelamp /var/lib/bluelamp/data
USER node
VOLUME ["/var/lib/bluelamp/index", "/var/lib/bluelamp/data"]
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=32", "--interrupt-budget=528000", "bin/bluelamp.js", "serve"]
