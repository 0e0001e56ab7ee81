package org.qiao.platform;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts that the server says itself: in Chinese to who reads it, in English to everybody else. */
public final class Texts {

    private Texts() {}

    public static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    /** What is there in both languages, in the reader's. */
    public static <T> T in(Locale locale, T chinese, T english) {
        return isChinese(locale) ? chinese : english;
    }

    /** So many UTF-16 units at most, and never half a character; what was cut ends with an ellipsis. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Math.max(0, most - 1);
        boolean half = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, half ? end - 1 : end) + "…";
    }

    /**
     * Never in the language of the machine instead: what is not there in the language asked for comes from the file without one.
     *
     * @param name of the bundle, as "org.qiao.moment.words"
     */
    public static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
