package org.qiao.voice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Texts;

/**
 * What is said in a call.
 *
 * @param text what is spoken when there is no recording that can be played
 * @param locale of the text, and of the words about key 1
 * @param voice the speaking program's name for a voice of that language
 * @param recording a WAV file; null to speak the text
 * @param asks says that key 1 confirms, and waits for it
 */
public record Announcement(String text, Locale locale, String voice, byte @Nullable [] recording, boolean asks) {

    String confirmWords() {
        return isChinese() ? "按 1 确认收到。" : "Press 1 to confirm.";
    }

    boolean isChinese() {
        return Texts.isChinese(locale);
    }
}
