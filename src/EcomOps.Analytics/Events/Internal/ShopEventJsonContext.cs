using System.Text.Json.Serialization;
using EcomOps.Analytics.Events.Json;

namespace EcomOps.Analytics.Events.Internal;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false,
    AllowDuplicateProperties = false,
    Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(ShopEvent))]
internal sealed partial class ShopEventJsonContext : JsonSerializerContext;
