package org.qiao.ding;

/** In how many pieces a text travels as SMS. */
final class SmsLength {

    /** GSM 03.38; the second line takes two places each. */
    private static final String PLAIN =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENDED = "^{}\\[~]|€";

    private static final int WIDE_ONE = 70;
    private static final int WIDE_EACH = 67;
    private static final int NARROW_ONE = 160;
    private static final int NARROW_EACH = 153;

    private SmsLength() {}

    static int units(String text) {
        int places = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (EXTENDED.indexOf(c) >= 0) {
                places += 2;
            } else if (PLAIN.indexOf(c) >= 0) {
                places++;
            } else {
                return pieces(text.length(), WIDE_ONE, WIDE_EACH);
            }
        }
        return pieces(places, NARROW_ONE, NARROW_EACH);
    }

    private static int pieces(int places, int one, int each) {
        return places <= one ? 1 : (places + each - 1) / each;
    }
}
