package org.qiao.naming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the keys a member is found by. Each is matched from its beginning; weight 0 is the best hit. */
final class NameKeys {

    /** In front of reversed digits: the last digits of a phone are searched as the first ones of its key. */
    static final String PHONE_MARK = "#";

    static final int NAME_UNITS_MAX = 24;
    private static final int KEY_MAX = 160;
    private static final int INNER = 4;
    private static final Pattern WORD_BORDER = Pattern.compile("[\\s·.\\-]+");

    /** One key. */
    record Key(String key, NameMatch kind, int weight) {}

    private final Map<String, Key> keys = new LinkedHashMap<>();

    private NameKeys() {}

    static List<Key> of(NamedPerson person) {
        NameKeys made = new NameKeys();
        made.addName(fold(person.name()));
        made.addWords(person.name());
        made.addAlias(fold(person.alias()));
        made.add(fold(person.number()), NameMatch.NUMBER, 1);
        String phone = person.phone();
        if (phone != null) {
            made.add(PHONE_MARK + new StringBuilder(digits(phone)).reverse(), NameMatch.PHONE, 3);
        }
        return List.copyOf(made.keys.values());
    }

    /** How names and questions are compared: full width as half width, lower case, no spaces. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isISOControl(c) && c != '\'' && c != '·')
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String digits(String text) {
        return text.chars()
                .filter(c -> c >= '0' && c <= '9')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private void addName(String name) {
        int[] units = name.codePoints().limit(NAME_UNITS_MAX).toArray();
        for (int from = 0; from < units.length; from++) {
            if (from > 0 && !Pinyin.isHan(units[from]) && !Pinyin.isHan(units[from - 1])) {
                continue; // inside a Latin word
            }
            int weight = from == 0 ? 0 : INNER;
            add(new String(units, from, units.length - from), NameMatch.NAME, weight);
            if (hasHan(units)) {
                addReadings(units, from, weight);
            }
        }
    }

    /** "John Ronald Smith" is also found as "Smith", as "Ronald" and as "jrs". */
    private void addWords(String name) {
        String[] words = WORD_BORDER.split(name.strip(), NAME_UNITS_MAX);
        StringBuilder initials = new StringBuilder();
        for (int i = words.length - 1; i >= 0; i--) {
            String word = fold(words[i]);
            if (!word.isEmpty() && words.length > 1) {
                add(word, NameMatch.NAME, i == 0 ? 0 : INNER);
                initials.insert(0, word.substring(0, word.offsetByCodePoints(0, 1)));
            }
        }
        add(initials.toString(), NameMatch.INITIALS, 1);
    }

    private void addReadings(int[] units, int from, int weight) {
        for (int variant = 0; variant < 2; variant++) {
            StringBuilder full = new StringBuilder();
            StringBuilder initials = new StringBuilder();
            for (int i = from; i < units.length; i++) {
                List<String> readings = Pinyin.readings(units, i);
                String reading = readings.get(Math.min(variant, readings.size() - 1));
                full.append(reading);
                initials.append(reading, 0, reading.offsetByCodePoints(0, 1));
            }
            add(full.toString(), NameMatch.PINYIN, weight + 1);
            add(initials.toString(), NameMatch.INITIALS, weight + 1);
        }
    }

    private void addAlias(String alias) {
        add(alias, NameMatch.ALIAS, 2);
        int[] units = alias.codePoints().limit(NAME_UNITS_MAX).toArray();
        List<Key> readings = new ArrayList<>();
        if (hasHan(units)) {
            NameKeys made = new NameKeys();
            made.addReadings(units, 0, 2);
            readings.addAll(made.keys.values());
        }
        readings.forEach(key -> add(key.key(), NameMatch.ALIAS, key.weight()));
    }

    private void add(String raw, NameMatch kind, int weight) {
        String key = cut(raw);
        if (!key.isEmpty()) {
            keys.merge(key, new Key(key, kind, weight), (old, made) -> made.weight() < old.weight() ? made : old);
        }
    }

    private static boolean hasHan(int[] units) {
        for (int c : units) {
            if (Pinyin.isHan(c)) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= KEY_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, KEY_MAX));
    }
}
