package org.qiao.customerguard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/**
 * Finds thousands of words in one walk through a text (Aho and Corasick). Immutable; the time is the text's length, however many words
 * there are. Written here: whole words as the usual library understands them are wrong for Chinese, and it is a page.
 *
 * <p>A word that begins or ends with a Latin letter or a digit is found as a whole only: "app" is not in "apple". Between Chinese
 * characters there are no such borders.
 */
final class WordMatcher {

    private static final int NONE = -1;

    private final String[] words;
    /** Of each node: its characters, sorted, and where they lead. */
    private final char[][] letters;

    private final int[][] targets;
    private final int[] fallback;
    /** The word that ends here; NONE: none does. */
    private final int[] ending;
    /** The next node on the way back at which a word ends. */
    private final int[] shorter;

    private WordMatcher(String[] words, Building trie) {
        this.words = words;
        int size = trie.nodes.size();
        this.letters = new char[size][];
        this.targets = new int[size][];
        this.ending = trie.endings.stream().mapToInt(Integer::intValue).toArray();
        this.fallback = new int[size];
        this.shorter = new int[size];
        for (int i = 0; i < size; i++) {
            freeze(i, trie.nodes.get(i));
        }
        link();
    }

    /** @param words folded, not empty, without repeats; the place of a word is its number */
    static WordMatcher of(Collection<String> words) {
        String[] all = words.toArray(String[]::new);
        return new WordMatcher(all, new Building(all));
    }

    /** Hears of each word that was found. */
    interface Finder {

        void found(int word, int from);
    }

    void find(String text, Finder finder) {
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            node = step(node, text.charAt(i));
            for (int at = ending[node] == NONE ? shorter[node] : node; at != 0; at = shorter[at]) {
                int word = ending[at];
                int from = i + 1 - words[word].length();
                if (isWhole(text, from, i + 1)) {
                    finder.found(word, from);
                }
            }
        }
    }

    private int step(int from, char c) {
        int node = from;
        while (true) {
            int next = child(node, c);
            if (next != NONE) {
                return next;
            }
            if (node == 0) {
                return 0;
            }
            node = fallback[node];
        }
    }

    private int child(int node, char c) {
        int place = Arrays.binarySearch(letters[node], c);
        return place < 0 ? NONE : targets[node][place];
    }

    private static boolean isWhole(String text, int from, int until) {
        return !isJoined(text, from - 1, from) && !isJoined(text, until - 1, until);
    }

    private static boolean isJoined(String text, int left, int right) {
        return left >= 0 && right < text.length() && isLatin(text.charAt(left)) && isLatin(text.charAt(right));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0xC0 && c < 0x250;
    }

    private void freeze(int node, Map<Character, Integer> children) {
        letters[node] = new char[children.size()];
        targets[node] = new int[children.size()];
        int place = 0;
        for (Map.Entry<Character, Integer> child : new TreeMap<>(children).entrySet()) {
            letters[node][place] = child.getKey();
            targets[node][place++] = child.getValue();
        }
    }

    /** Level by level, so that whatever a node falls back to is linked before. */
    private void link() {
        Queue<Integer> level = new ArrayDeque<>();
        for (int child : targets[0]) {
            level.add(child);
        }
        while (!level.isEmpty()) {
            int node = level.remove();
            for (int i = 0; i < letters[node].length; i++) {
                int child = targets[node][i];
                fallback[child] = step(fallback[node], letters[node][i]);
                level.add(child);
            }
            int back = fallback[node];
            shorter[node] = ending[back] == NONE ? shorter[back] : back;
        }
    }

    /** The words as a tree. */
    private static final class Building {

        private final List<Map<Character, Integer>> nodes = new ArrayList<>();
        private final List<Integer> endings = new ArrayList<>();

        Building(String[] words) {
            node();
            for (int word = 0; word < words.length; word++) {
                endings.set(path(words[word]), word);
            }
        }

        private int node() {
            nodes.add(new HashMap<>(2));
            endings.add(NONE);
            return nodes.size() - 1;
        }

        private int path(String word) {
            int node = 0;
            for (int i = 0; i < word.length(); i++) {
                Integer next = nodes.get(node).get(word.charAt(i));
                if (next == null) {
                    next = node();
                    nodes.get(node).put(word.charAt(i), next);
                }
                node = next;
            }
            return node;
        }
    }
}
