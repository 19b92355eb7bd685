using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FakeSlack;

/// <summary>The web server on 127.0.0.1 and what lies where on it.</summary>
internal sealed class WorkspaceServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FakeWorkspace _workspace;
    private readonly Pages _pages;

    private WorkspaceServer(WebApplication app, FakeWorkspace workspace) => (_app, _workspace, _pages) = (app, workspace, new Pages(workspace));

    public Uri BaseUrl { get; private set; } = null!;

    public static async Task<WorkspaceServer> StartAsync(FakeWorkspace workspace, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, workspace.Options.Port));
        var server = new WorkspaceServer(builder.Build(), workspace);
        server._app.Use((context, next) =>
        {
            if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
                context.Features.Set<IHttpUpgradeFeature>(new SilenceableUpgrade(upgrade));
            return next(context);
        });
        server._app.UseWebSockets();
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync(cancellationToken);
        var address = server._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        server.BaseUrl = new Uri(address + "/");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var hurry = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(hurry.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Trim('/').Split('/');
        try
        {
            await (path[0] switch
            {
                "api" when path.Length == 2 => _workspace.Api.AnswerAsync(context, path[1]),
                "link" when context.WebSockets.IsWebSocketRequest =>
                    _workspace.Sockets.AcceptAsync(context, context.Request.Query["ticket"].ToString()),
                "response" when path.Length == 2 => _workspace.ResponseUrls.TakeAsync(context, path[1]),
                "upload" when path.Length == 3 => UploadAsync(context, path[2]),
                "files-pri" when path.Length >= 3 => DownloadAsync(context, path[1]),
                _ => _pages.AnswerAsync(context, path),
            });
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The app gave up on the call; there is nobody to answer.
        }
    }

    private async Task UploadAsync(HttpContext context, string ticket)
    {
        using var content = new MemoryStream();
        if (context.Request.HasFormContentType && (await context.Request.ReadFormAsync(context.RequestAborted)).Files is [var file, ..])
            await file.CopyToAsync(content, context.RequestAborted);
        else
            await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        if (_workspace.Files.Receive(ticket, content.ToArray(), _workspace.BotUserId, _workspace.Time.GetUtcNow()))
            await context.Response.WriteAsync($"OK - {content.Length}", context.RequestAborted);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task DownloadAsync(HttpContext context, string id)
    {
        if (context.Request.Headers.Authorization != $"Bearer {_workspace.BotToken}")
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else if (_workspace.Files.Find(id) is { } file)
        {
            context.Response.ContentType = file.MimeType;
            await context.Response.Body.WriteAsync(file.Content, context.RequestAborted);
        }
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
