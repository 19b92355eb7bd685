using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Comparisons;

/// <summary>The families of methods that a reader sorts papers by, found by the words that abstracts use for them.</summary>
internal static partial class ModelKinds
{
    /// <returns>For each family that the text names the words by which it does, in the text's order: the family and its words there.</returns>
    public static IEnumerable<(string Family, string Words)> In(string text) => Families().Matches(text)
        .Select(match => (Family: match.Groups.Values.Skip(1).First(group => group.Success).Name, Words: match.Value));

    [GeneratedRegex(
        @"\b(?:(?<lstm>(?:Bi)?LSTMs?|long\s+short-term\s+memory)|(?<resnet>ResNet(?:-\d+)?|residual\s+networks?)|(?<convolution>CNNs?|convolution(?:al|s)?(?:\s+(?:neural\s+)?networks?)?|ConvNets?|U-Net)"
        + @"|(?<transformer>transformers?|self-attention|BERT|ViT)|(?<attention>attention)|(?<statespace>state[\s-]space(?:\s+(?:models?|layers?))?|SSMs?|Mamba(?:-2)?)|(?<recurrent>RNNs?|recurrent(?:\s+(?:neural\s+)?networks?)?|GRUs?)"
        + @"|(?<graph>GNNs?|graph\s+neural\s+networks?|graph\s+convolution\w*|message\s+passing)|(?<spiking>SNNs?|spiking(?:\s+neural\s+networks?)?)|(?<diffusion>diffusion\s+models?|graph\s+diffusion)"
        + @"|(?<reinforcement>reinforcement\s+learning|policy\s+gradients?)|(?<boosting>(?:gradient\s+)?boosting)|(?<forest>random\s+forests?|decision\s+trees?)|(?<svm>SVMs?|support\s+vector\s+machines?)|(?<regression>regression\s+models?|regressors?|auto-?regress(?:ion|ive))"
        + @"|(?<gaussian>Gaussian\s+process(?:es)?)|(?<kernel>kernel\s+methods?|(?:neural\s+tangent\s+)?kernels?)|(?<experts>mixtures?[\s-]of[\s-](?:weak\s+and\s+strong\s+)?experts?|MoE|SMoE)|(?<autoencoder>(?:variational\s+)?auto-?encoders?|VAEs?)|(?<adversarial>GANs?|generative\s+adversarial\s+networks?)"
        + @"|(?<mlp>MLPs?|multi-?layer\s+perceptrons?)|(?<kan>KANs?|Kolmogorov-Arnold)|(?<language>(?:large\s+)?language\s+models?|LLMs?)|(?<physics>physics-informed|PINNs?)|(?<ode>neural\s+(?:ordinary\s+)?differential\s+equations?|neural\s+ODEs?|NDEs?)"
        + @"|(?<operator>neural\s+operators?)|(?<search>neural\s+architecture\s+search|NAS)|(?<hypernetwork>hypernetworks?)|(?<hebbian>Hebbian|Hopfield)|(?<inverted>inverted\s+index)|(?<clustering>clustering)|(?<bayesian>Bayesian|variational\s+inference)"
        + @"|(?<contrastive>contrastive)|(?<distillation>distill(?:ation|s|ed)?)|(?<federated>federated)|(?<evolution>evolution(?:ary)?|genetic\s+algorithms?)|(?<montecarlo>Monte\s+Carlo)|(?<prototype>prototyp(?:es?|ical))|(?<binary>binary\s+(?:neural\s+)?networks?|BNNs?))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Families();
}
