using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>The words of every ground, in both languages, in this one place.</summary>
internal static class GroundSentences
{
    internal static LocalText Of(Ground ground)
    {
        var (code, actual, required) = (ground.Indicator, ground.Actual, ground.Required);
        return ground.Code switch
        {
            GroundCodes.SetIncomplete => new(
                "Bộ tiêu chí chưa đầy đủ nên chưa thể xét công nhận.",
                "The criteria set is not complete; nothing can be certified under it yet."),
            GroundCodes.UnknownIndicator => new(
                $"Bộ tiêu chí không có chỉ số \"{code}\".",
                $"The criteria set has no indicator \"{code}\"."),
            GroundCodes.RepeatedIndicator => new(
                $"Chỉ số {code} được chấm {actual} lần; chỉ được chấm một lần.",
                $"Indicator {code} is answered {actual} times; it must be answered once."),
            GroundCodes.MissingIndicator => new(
                $"Chỉ số {code} chưa được chấm điểm.",
                $"Indicator {code} is not answered."),
            GroundCodes.NegativePoints => new(
                $"Chỉ số {code} được chấm {actual} điểm; điểm thấp nhất là 0.",
                $"Indicator {code} is {actual}; the least is 0."),
            GroundCodes.AboveMaximum => new(
                $"Chỉ số {code} được chấm {actual} điểm; điểm tối đa là {required}.",
                $"Indicator {code} is {actual}; the maximum is {required}."),
            GroundCodes.BelowFloor => new(
                $"Chỉ số {code} đạt {actual} điểm; yêu cầu ít nhất {required} điểm.",
                $"Indicator {code} is {actual}; the floor is {required}."),
            GroundCodes.BelowLowestBand => new(
                $"Tổng điểm đạt {actual} trên {required} điểm cần có.",
                $"The total is {actual} of the {required} needed."),
            _ => new(ground.Code, ground.Code),
        };
    }
}
