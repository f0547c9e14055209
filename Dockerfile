# syntax=docker/dockerfile:1
# One image for each service, all on the same layers:
#   docker build --build-arg SERVICE=subgraphs/products -t infinite-blob/products .

FROM node:24-slim AS base
WORKDIR /shop

# What npm reads to install, and nothing else: the installs below run again only when this changes.
FROM base AS manifests
COPY . /source
RUN cd /source && find . \( -name package.json -o -name package-lock.json -o -name .npmrc -o -path './scripts/*.mjs' \) \
	-exec cp --parents --target-directory=/shop {} +

FROM base AS everything
COPY --from=manifests /shop .
RUN --mount=type=cache,target=/root/.npm npm ci

FROM base AS production
COPY --from=manifests /shop .
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev

# The storefront's pages and the playground; what the other services run needs no build.
FROM everything AS sources
COPY . .
RUN npm run build --workspace=storefront --workspace=gateway \
	&& rm -rf node_modules */node_modules */*/node_modules

FROM base AS service
# glibc keeps what each thread needed for a moment: 680 MB after a dozen large pictures, and 300 with two arenas.
ENV MALLOC_ARENA_MAX=2
# As packages/launcher starts them.
ENV NODE_OPTIONS=--max-semi-space-size=64
RUN mkdir /data /files && chown node:node /data /files
# node_modules links to the workspaces beside it: Node runs TypeScript there, not below node_modules.
COPY --from=production /shop .
COPY packages packages
ARG SERVICE
COPY --from=sources /shop/${SERVICE} ${SERVICE}
USER node
