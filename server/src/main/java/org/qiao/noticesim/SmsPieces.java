package org.qiao.noticesim;

/** How many pieces an SMS is sent in: 160 or 70 characters in one, 153 or 67 in each of several. */
final class SmsPieces {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private SmsPieces() {}

    static int count(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (BASIC.indexOf(c) >= 0) {
                septets++;
            } else if (EXTENDED.indexOf(c) >= 0) {
                septets += 2;
            } else {
                return pieces(text.length(), 70, 67);
            }
        }
        return pieces(septets, 160, 153);
    }

    private static int pieces(int length, int alone, int each) {
        return length <= alone ? 1 : (length + each - 1) / each;
    }
}
