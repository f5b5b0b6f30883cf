using System.Globalization;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>The words of every ground, in both languages, in this one place.</summary>
internal static class GroundSentences
{
    internal static LocalText Of(Ground ground)
    {
        var (code, actual, required) = (ground.Indicator, Number(ground.Actual), Number(ground.Required));
        return ground.Code switch
        {
            GroundCodes.SetIncomplete => new(
                "Bộ tiêu chí chưa đầy đủ nên chưa thể xét công nhận.",
                "The criteria set is not complete; nothing can be certified under it yet."),
            GroundCodes.LevelNotOfSet => new(
                "Bộ tiêu chí không dành cho cấp này.",
                "The criteria set is not for this level."),
            GroundCodes.KindMissing => new(
                "Cần nêu loại hình đơn vị vì bộ tiêu chí quy định theo từng loại hình.",
                "The kind of learning unit is needed: the criteria set tells kinds apart."),
            GroundCodes.KindUnknown => new(
                "Bộ tiêu chí không có loại hình đơn vị này.",
                "The criteria set has no such kind of learning unit."),
            GroundCodes.UnknownIndicator => new(
                $"Bộ tiêu chí không có chỉ số \"{code}\".",
                $"The criteria set has no indicator \"{code}\"."),
            GroundCodes.RepeatedIndicator => new(
                $"Chỉ số {code} được trả lời {actual} lần; chỉ được trả lời một lần.",
                $"Indicator {code} is answered {actual} times; it must be answered once."),
            GroundCodes.MissingIndicator => new(
                $"Chỉ số {code} chưa được trả lời.",
                $"Indicator {code} is not answered."),
            GroundCodes.PointsMissing => new(
                $"Chỉ số {code} chưa có điểm.",
                $"Indicator {code} has no points."),
            GroundCodes.NegativePoints => new(
                $"Chỉ số {code} được chấm {actual} điểm; điểm thấp nhất là 0.",
                $"Indicator {code} is {actual}; the least is 0."),
            GroundCodes.AboveMaximum => new(
                $"Chỉ số {code} được chấm {actual} điểm; điểm tối đa là {required}.",
                $"Indicator {code} is {actual}; the maximum is {required}."),
            GroundCodes.MetMissing => new(
                $"Chỉ số {code} chưa nêu đạt hay không đạt.",
                $"Indicator {code} does not say whether it is met."),
            GroundCodes.PercentMissing => new(
                $"Chỉ số {code} chưa có tỷ lệ phần trăm.",
                $"Indicator {code} has no percentage."),
            GroundCodes.PercentOutOfRange => new(
                $"Chỉ số {code} là {Vi(actual)}%; tỷ lệ phải từ 0 đến 100%.",
                $"Indicator {code} is {actual}%; a percentage is from 0 to 100%."),
            GroundCodes.BelowFloor => new(
                $"Chỉ số {code} đạt {actual} điểm; yêu cầu ít nhất {required} điểm.",
                $"Indicator {code} is {actual}; the floor is {required}."),
            GroundCodes.BelowPassMark => new(
                $"Đạt {actual} trên {required} điểm cần có.",
                $"The total is {actual} of the {required} needed."),
            GroundCodes.BelowGrade => new(
                $"Đạt {actual} trên {required} điểm cần có của mức {ground.Grade?.Vi}.",
                $"The total is {actual} of the {required} needed for {ground.Grade?.En}."),
            GroundCodes.NotMet => new(
                $"Chỉ số {code} chưa đạt; {ground.Grade?.Vi} yêu cầu phải đạt.",
                $"Indicator {code} is not met; {ground.Grade?.En} asks for it."),
            GroundCodes.BelowThreshold => new(
                $"Chỉ số {code} đạt {Vi(actual)}%; {ground.Grade?.Vi} yêu cầu từ {Vi(required)}%.",
                $"Indicator {code} is {actual}%; {ground.Grade?.En} asks for {required}% or more."),
            _ => new(ground.Code, ground.Code),
        };
    }

    private static string? Number(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A comma before decimals, as Vietnamese writes it.</summary>
    private static string? Vi(string? number) => number?.Replace('.', ',');
}
