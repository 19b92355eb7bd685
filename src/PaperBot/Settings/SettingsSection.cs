using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PaperBot.Settings;

/// <summary>A section of the settings, and the class of a room's options that is read from it.</summary>
/// <param name="Variables">Environment variables that are short for a setting of the section; for those that people change.</param>
internal sealed record SettingsSection(string Name, Type Options, params IReadOnlyList<(string Name, string Setting)> Variables);

internal static class SettingsRegistration
{
    /// <summary>Binds a section to a room's options and has <see cref="SettingsCheck"/> look after its names and values.</summary>
    public static IServiceCollection AddSettings<TOptions>(
        this IServiceCollection services, string section, params IReadOnlyList<(string Name, string Setting)> variables)
        where TOptions : class
    {
        services.AddSingleton(new SettingsSection(section, typeof(TOptions), variables));
        services.AddOptions<TOptions>().BindConfiguration(section);
        services.AddSingleton<IValidateOptions<TOptions>>(new Annotations<TOptions>());
        return services;
    }

    /// <summary>Holds the options to their annotations wherever they are read, also without the check at start.</summary>
    private sealed class Annotations<TOptions> : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var results = new List<ValidationResult>();
            return Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(results.Select(result => result.ErrorMessage ?? "A setting is wrong."));
        }
    }
}
