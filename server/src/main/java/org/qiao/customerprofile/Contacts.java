package org.qiao.customerprofile;

import java.util.List;
import java.util.Locale;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerRelation.Remark;

/** Telephone numbers in the one form by which two of them are found to be the same; and what the search of a list looks at. */
final class Contacts {

    private static final int MOBILE_DIGITS = 11;
    private static final String CHINA = "86";

    private Contacts() {}

    /** Digits only; a Chinese mobile number without its country code. */
    static String digits(String phone) {
        String digits = phone.replaceAll("\\D", "").replaceFirst("^00", "");
        boolean chinese = digits.length() == CHINA.length() + MOBILE_DIGITS && digits.startsWith(CHINA + "1");
        return chinese ? digits.substring(CHINA.length()) : digits;
    }

    static List<String> phones(Remark remark) {
        return remark.phones().stream()
                .map(Contacts::digits)
                .filter(digits -> !digits.isEmpty())
                .distinct()
                .toList();
    }

    /** What two contacts cannot share when they are two people: verified numbers and addresses. */
    static List<String> proofs(List<CustomerKey> keys) {
        return keys.stream()
                .filter(key -> key.kind() != CustomerKey.Kind.HOST)
                .map(key -> key.kind() == CustomerKey.Kind.PHONE ? digits(key.value()) : key.value())
                .distinct()
                .toList();
    }

    /** In lower case, parts on lines of their own so that no text is found across two of them. */
    static String searchText(Customer customer, Remark remark) {
        String text = String.join(
                "\n",
                customer.name(),
                remark.text(),
                remark.company(),
                remark.description(),
                String.join("\n", phones(remark)),
                String.join("\n", remark.phones()));
        return text.toLowerCase(Locale.ROOT);
    }
}
