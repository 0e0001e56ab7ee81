package org.qiao.noticesms;

import static java.util.Objects.requireNonNullElse;
import static org.qiao.notice.SettingsJson.isText;
import static org.qiao.notice.SettingsJson.require;

import java.util.regex.Pattern;
import org.qiao.notice.SmsText.Coding;
import org.qiao.notice.Telephone;

/**
 * How a company's SMPP account is reached. Only host, systemId and password have no default.
 *
 * @param sourceAddress what the telephone shows as the sender; empty leaves it to the provider
 * @param sourceTon type of number and numbering plan of the sender, as the provider says
 * @param windowSize messages under way without an answer
 * @param encoding AUTO, or UCS2 for providers that know no other alphabet
 * @param receiptIds DECIMAL for providers that answer with a hexadecimal id and write it in receipts as a decimal number
 * @param signature put before every text, such as 【公司】
 */
record SmppSettings(
        String host,
        Integer port,
        Boolean tls,
        String systemId,
        String password,
        String systemType,
        String sourceAddress,
        Integer sourceTon,
        Integer sourceNpi,
        Numbers numbers,
        Integer destTon,
        Integer destNpi,
        Integer windowSize,
        Encoding encoding,
        ReceiptIds receiptIds,
        String signature) {

    private static final int STANDARD_PORT = 2775;
    private static final int STANDARD_WINDOW = 10;
    private static final int MAX_WINDOW = 50;
    private static final int ALPHANUMERIC = 5;

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_\\-]{1,253}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

    /** How the provider wants to be told a number within China: 8613800138000 or 13800138000. */
    enum Numbers {
        INTERNATIONAL,
        NATIONAL
    }

    enum Encoding {
        AUTO,
        UCS2
    }

    enum ReceiptIds {
        SAME,
        DECIMAL
    }

    SmppSettings {
        host = requireNonNullElse(host, "").strip();
        port = requireNonNullElse(port, STANDARD_PORT);
        tls = requireNonNullElse(tls, false);
        systemId = requireNonNullElse(systemId, "");
        password = requireNonNullElse(password, "");
        systemType = requireNonNullElse(systemType, "");
        sourceAddress = requireNonNullElse(sourceAddress, "").strip();
        boolean named = sourceAddress.chars().anyMatch(c -> c < '0' || c > '9');
        sourceTon = requireNonNullElse(sourceTon, named ? ALPHANUMERIC : 0);
        sourceNpi = requireNonNullElse(sourceNpi, 0);
        numbers = requireNonNullElse(numbers, Numbers.INTERNATIONAL);
        destTon = requireNonNullElse(destTon, numbers == Numbers.INTERNATIONAL ? 1 : 0);
        destNpi = requireNonNullElse(destNpi, 1);
        windowSize = requireNonNullElse(windowSize, STANDARD_WINDOW);
        encoding = requireNonNullElse(encoding, Encoding.AUTO);
        receiptIds = requireNonNullElse(receiptIds, ReceiptIds.SAME);
        signature = requireNonNullElse(signature, "");
    }

    /** The lengths are those of SMPP 3.4, table 4.1. */
    void check() {
        require(HOST.matcher(host).matches(), "host");
        require(port >= 1 && port <= 65_535, "port");
        require(isText(systemId, 15) && isPrintable(systemId), "systemId");
        require(password.length() <= 8 && isPrintable(password), "password");
        require(systemType.length() <= 12 && isPrintable(systemType), "systemType");
        require(sourceAddress.length() <= 20 && isPrintable(sourceAddress), "sourceAddress");
        require(sourceTon >= 0 && sourceTon <= 6, "sourceTon");
        require(isPlan(sourceNpi), "sourceNpi");
        require(destTon >= 0 && destTon <= 6, "destTon");
        require(isPlan(destNpi), "destNpi");
        require(windowSize >= 1 && windowSize <= MAX_WINDOW, "windowSize");
        require(signature.length() <= 30 && signature.chars().noneMatch(Character::isISOControl), "signature");
    }

    Coding preferred() {
        return encoding == Encoding.AUTO ? Coding.GSM7 : Coding.UCS2;
    }

    /** As the provider wants to be told it. */
    String destination(String number) {
        return numbers == Numbers.NATIONAL ? Telephone.national(number) : number.substring(1);
    }

    private static boolean isPrintable(String text) {
        return PRINTABLE.matcher(text).matches();
    }

    private static boolean isPlan(int npi) {
        return switch (npi) {
            case 0, 1, 3, 4, 6, 8, 9, 10, 13, 18 -> true;
            default -> false;
        };
    }
}
