using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Settings;

/// <summary>A section of the settings, and the class of a room's options that is read from it.</summary>
internal sealed record SettingsSection(string Name, Type Options);

internal static class SettingsRegistration
{
    /// <summary>Binds a section to a room's options and has <see cref="SettingsCheck"/> look after its names and values.</summary>
    public static IServiceCollection AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddSingleton(new SettingsSection(section, typeof(TOptions)));
        services.AddOptions<TOptions>().BindConfiguration(section);
        return services;
    }
}
