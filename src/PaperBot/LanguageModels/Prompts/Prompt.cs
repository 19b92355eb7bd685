using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace PaperBot.LanguageModels.Prompts;

/// <summary>A prompt that is ready to be filled in.</summary>
internal sealed class Prompt
{
    private readonly PromptFile _file;
    private readonly IPromptTemplate _system;
    private readonly IPromptTemplate _user;

    // A template may call functions of its kernel; this one has none.
    private readonly Kernel _kernel = new();

    /// <exception cref="PromptException">Its templates do not fit its header.</exception>
    public Prompt(string path, PromptFile file)
    {
        _file = file;
        (_system, _user) = (Template(path, file, file.System), Template(path, file, file.User));
        var used = TemplateVariables.In(file.System).Union(TemplateVariables.In(file.User)).ToList();
        if (used.Except(file.Variables).FirstOrDefault() is { } undeclared)
            throw new PromptException($"{path} uses {{{{${undeclared}}}}}, which its header does not name. It may use {string.Join(", ", file.Variables)}.");
        if (file.Variables.Except(used).FirstOrDefault() is { } unused)
            throw new PromptException($"{path} names the variable {unused} in its header and never uses it. Write {{{{${unused}}}}} where its value belongs.");
    }

    /// <summary>Name and version, such as <c>answer/1</c>.</summary>
    public string Id => $"{_file.Name}/{_file.Version}";

    public IReadOnlyList<string> Variables => _file.Variables;

    /// <summary>The messages for the model. Values are put in as they are, and never read as a template themselves.</summary>
    /// <exception cref="ArgumentException">A value is missing, or is none of the prompt's.</exception>
    public async Task<IList<ChatMessage>> FillAsync(IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (!values.Keys.Order(StringComparer.Ordinal).SequenceEqual(Variables.Order(StringComparer.Ordinal)))
            throw new ArgumentException($"The prompt {_file.Name} takes {string.Join(", ", Variables)}.", nameof(values));
        var arguments = new KernelArguments();
        foreach (var (name, value) in values)
            arguments[name] = value;
        return
        [
            new(ChatRole.System, await _system.RenderAsync(_kernel, arguments, cancellationToken).ConfigureAwait(false)),
            new(ChatRole.User, await _user.RenderAsync(_kernel, arguments, cancellationToken).ConfigureAwait(false)),
        ];
    }

    private static IPromptTemplate Template(string path, PromptFile file, string text)
    {
        if (TemplateVariables.HasMore(text))
            throw new PromptException($"{path} has {{{{ that begins no variable. Write variables as {{{{$name}}}}, and call no functions.");
        var config = new PromptTemplateConfig(text)
        {
            Name = file.Name,
            // Otherwise values are written in HTML. They cannot act as a message here: what is rendered is one message's text.
            AllowDangerouslySetContent = true,
            InputVariables = [.. file.Variables.Select(name => new InputVariable { Name = name, AllowDangerouslySetContent = true })],
        };
        return new KernelPromptTemplateFactory().Create(config);
    }
}
