using EcomOps.Analytics.Events.Validation;

namespace EcomOps.Analytics.Tests.Events.Validation;

public sealed class PersonalDataTests
{
    // Card numbers are the public test numbers of the schemes.
    [Theory]
    [InlineData("ann@example.org", PersonalDataKind.Email)]
    [InlineData("mail=ann%40example.org&x", PersonalDataKind.Email)]
    [InlineData("by ann.b+shop@mail.example.co.uk today", PersonalDataKind.Email)]
    [InlineData("4111111111111111", PersonalDataKind.Card)]
    [InlineData("5555-5555-5555-4444", PersonalDataKind.Card)]
    [InlineData("3782 822463 10005", PersonalDataKind.Card)]
    [InlineData("+4930123456", PersonalDataKind.Phone)]
    [InlineData("call +1 (415) 555-0132 now", PersonalDataKind.Phone)]
    [InlineData("", PersonalDataKind.None)]
    [InlineData("@home", PersonalDataKind.None)]
    [InlineData("3 @ 5.00", PersonalDataKind.None)]
    [InlineData("100% cotton", PersonalDataKind.None)]
    [InlineData("4111111111111112", PersonalDataKind.None)]
    [InlineData("41111111111111111", PersonalDataKind.None)]
    [InlineData("9111111111111111", PersonalDataKind.None)]
    [InlineData("4006381333931", PersonalDataKind.None)]
    [InlineData("1234567890.1234567890", PersonalDataKind.None)]
    [InlineData("550e8400-e29b-41d4-a716-446655440000", PersonalDataKind.None)]
    [InlineData("2026-11-26 10:15:00.123456", PersonalDataKind.None)]
    [InlineData("A+B", PersonalDataKind.None)]
    [InlineData("1+12345678", PersonalDataKind.None)]
    [InlineData("+1234567", PersonalDataKind.None)]
    [InlineData("030 123456", PersonalDataKind.None)]
    public void Form_tells_personal_data(string text, PersonalDataKind kind) => Assert.Equal(kind, PersonalData.Find(text));
}
