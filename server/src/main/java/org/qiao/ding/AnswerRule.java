package org.qiao.ding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.qiao.notice.Channel;

/** What counts as a confirmation. In a call only key 1; by SMS what people write when they mean yes. */
final class AnswerRule {

    private static final Set<String> YES =
            Set.of("1", "收到", "已收到", "确认", "已确认", "好", "好的", "ok", "okay", "yes", "confirm", "confirmed", "received");

    private static final Pattern DECORATION = Pattern.compile("[\\s\\p{P}\\p{S}]+");

    private AnswerRule() {}

    static boolean confirms(Channel channel, String answer) {
        String plain = DECORATION
                .matcher(Normalizer.normalize(answer, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return channel == Channel.VOICE ? plain.equals("1") : YES.contains(plain);
    }
}
