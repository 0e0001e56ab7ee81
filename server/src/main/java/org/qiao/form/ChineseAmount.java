package org.qiao.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Amounts in Chinese capitals as on cheques: 壹佰贰拾叁元肆角伍分. After yuan or jiao nothing else means 整; zeros between
 * digits are read once; jiao missing before fen is 零.
 */
public final class ChineseAmount {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "兆"};
    private static final BigInteger GROUP = BigInteger.valueOf(10_000);

    /** Ten thousand 兆: what has no word here is written in digits. */
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(16);

    private ChineseAmount() {}

    /** Rounded half up to fen; from ten thousand 兆 on it stays in digits. */
    public static String of(BigDecimal amount) {
        BigDecimal fen = amount.setScale(2, RoundingMode.HALF_UP);
        BigDecimal size = fen.abs();
        if (size.compareTo(LIMIT) >= 0) {
            return fen.toPlainString();
        }
        if (size.signum() == 0) {
            return "零元整";
        }
        BigInteger yuan = size.toBigInteger();
        int cents = size.remainder(BigDecimal.ONE).movePointRight(2).intValueExact();
        String sign = fen.signum() < 0 ? "负" : "";
        String whole = yuan.signum() == 0 ? "" : whole(yuan) + "元";
        return sign + whole + parts(cents / 10, cents % 10, yuan.signum() > 0);
    }

    private static String parts(int jiao, int fen, boolean afterYuan) {
        if (jiao == 0 && fen == 0) {
            return "整";
        }
        StringBuilder text = new StringBuilder();
        if (jiao > 0) {
            text.append(DIGITS.charAt(jiao)).append('角');
        } else if (afterYuan) {
            text.append('零');
        }
        return fen > 0
                ? text.append(DIGITS.charAt(fen)).append('分').toString()
                : text.append('整').toString();
    }

    private static String whole(BigInteger yuan) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int value = yuan.divide(GROUP.pow(group)).mod(GROUP).intValue();
            if (value == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (!text.isEmpty() && (gap || value < 1_000)) {
                text.append('零');
            }
            text.append(group(value)).append(GROUPS[group]);
            gap = false;
        }
        return text.toString();
    }

    /** Below ten thousand: zeros between digits are read once, at the end not at all. */
    private static String group(int value) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        int unit = 1_000;
        for (int place = PLACES.length - 1; place >= 0; place--) {
            int digit = value / unit % 10;
            unit /= 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append('零');
                gap = false;
            }
            text.append(DIGITS.charAt(digit)).append(PLACES[place]);
        }
        return text.toString();
    }
}
