package org.qiao.naming;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How Chinese characters are read, in Latin letters without tones. Names read some surnames differently from everyday words. */
public final class Pinyin {

    private static final Transliterator TO_TONES = Transliterator.getInstance("Han-Latin");
    private static final Transliterator TO_ASCII = Transliterator.getInstance("Latin-ASCII; Lower");
    private static final String DIAERESIS = "\u0308";

    /** Surnames whose reading as a name differs from the usual one. Source: 《现代汉语词典》, entries marked 姓. */
    private static final Map<String, String> SURNAMES = Map.ofEntries(
            Map.entry("单", "shan"),
            Map.entry("曾", "zeng"),
            Map.entry("解", "xie"),
            Map.entry("仇", "qiu"),
            Map.entry("查", "zha"),
            Map.entry("朴", "piao"),
            Map.entry("区", "ou"),
            Map.entry("任", "ren"),
            Map.entry("盖", "ge"),
            Map.entry("翟", "zhai"),
            Map.entry("尉", "wei"),
            Map.entry("乐", "yue"),
            Map.entry("种", "chong"),
            Map.entry("重", "chong"),
            Map.entry("员", "yun"),
            Map.entry("缪", "miao"),
            Map.entry("冼", "xian"),
            Map.entry("洗", "xian"),
            Map.entry("召", "shao"),
            Map.entry("祭", "zhai"),
            Map.entry("折", "she"),
            Map.entry("黑", "he"),
            Map.entry("秘", "bi"),
            Map.entry("繁", "po"),
            Map.entry("华", "hua"),
            Map.entry("纪", "ji"),
            Map.entry("葛", "ge"),
            Map.entry("薄", "bo"),
            Map.entry("覃", "qin"),
            Map.entry("逄", "pang"),
            Map.entry("隗", "wei"),
            Map.entry("俞", "yu"),
            Map.entry("臧", "zang"),
            Map.entry("燕", "yan"),
            Map.entry("宁", "ning"),
            Map.entry("车", "che"),
            Map.entry("万", "wan"),
            Map.entry("会", "gui"),
            Map.entry("尹", "yin"),
            Map.entry("长", "zhang"));

    /** Two-character surnames, one reading per character. */
    private static final Map<String, List<String>> DOUBLE_SURNAMES = Map.of(
            "单于", List.of("chan", "yu"),
            "尉迟", List.of("yu", "chi"),
            "万俟", List.of("mo", "qi"),
            "长孙", List.of("zhang", "sun"),
            "澹台", List.of("tan", "tai"),
            "令狐", List.of("ling", "hu"),
            "宿勤", List.of("su", "qin"));

    /** Filled at most with the characters people use in names; a few thousand small entries. */
    private static final Map<Integer, List<String>> READINGS = new ConcurrentHashMap<>();

    private static final int SORT_UNITS_MAX = 40;
    private static final int READINGS_MAX = 30_000;

    private Pinyin() {}

    /** The pinyin of a name: lists of people are ordered by it. */
    public static String sortKey(String name) {
        int[] units = NameKeys.fold(name).codePoints().limit(SORT_UNITS_MAX).toArray();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < units.length; i++) {
            key.append(readings(units, i).getFirst());
            key.append(isHan(units[i]) ? " " : "");
        }
        return key.toString().strip();
    }

    static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    /** The readings of the character at {@code index} of a name, the proper one first; a letter reads as itself. */
    static List<String> readings(int[] name, int index) {
        int c = name[index];
        if (!isHan(c)) {
            return List.of(new String(Character.toChars(c)).toLowerCase(Locale.ROOT));
        }
        List<String> usual = usual(c);
        String asSurname = surname(name, index);
        if (asSurname == null || usual.getFirst().equals(asSurname)) {
            return usual;
        }
        return List.of(asSurname, usual.getFirst());
    }

    private static @Nullable String surname(int[] name, int index) {
        if (name.length >= 2 && index < 2) {
            List<String> both = DOUBLE_SURNAMES.get(new String(name, 0, 2));
            if (both != null) {
                return both.get(index);
            }
        }
        return index == 0 ? SURNAMES.get(new String(name, 0, 1)) : null;
    }

    private static List<String> usual(int c) {
        List<String> known = READINGS.get(c);
        if (known != null) {
            return known;
        }
        List<String> made = transliterate(new String(Character.toChars(c)));
        if (READINGS.size() < READINGS_MAX) {
            READINGS.put(c, made);
        }
        return made;
    }

    /** 吕 is lü: people type "lv" and "lu". */
    private static List<String> transliterate(String character) {
        String toned = TO_TONES.transliterate(character);
        String plain = TO_ASCII.transliterate(toned).replaceAll("[^a-z0-9]", "");
        if (plain.isEmpty()) {
            return List.of(character);
        }
        boolean umlaut = Normalizer.normalize(toned, Normalizer.Form.NFD).contains(DIAERESIS);
        return umlaut ? List.of(plain, plain.replace('u', 'v')) : List.of(plain);
    }
}
