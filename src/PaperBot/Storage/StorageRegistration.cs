using Microsoft.Extensions.DependencyInjection;
using PaperBot.Settings;

namespace PaperBot.Storage;

internal static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSettings<StorageOptions>("Storage", ("PAPERBOT_DATA", nameof(StorageOptions.DataFolder)))
        .AddSingleton<LibraryDatabase>();
}
