package org.qiao.directoryimport;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma, semicolon or tab; UTF-8 with or without a mark, UTF-16 with one, else GB18030 (what Chinese Excel writes). */
final class CsvReader {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char[] DELIMITERS = {',', ';', '\t'};
    private static final char MARK = '\ufeff';

    private CsvReader() {}

    /** The delimiter is the one with which a header is found, else the comma. */
    static Table read(byte[] bytes) {
        return find(bytes, sheet -> Header.find(sheet).isPresent());
    }

    /** The same for other headings. */
    static Table read(byte[] bytes, Predicate<List<String>> header) {
        return find(
                bytes, sheet -> sheet.lines().stream().map(Table.Line::cells).anyMatch(header));
    }

    private static Table find(byte[] bytes, Predicate<Table.Sheet> hasHeader) {
        String text = decode(bytes);
        for (char delimiter : DELIMITERS) {
            Table head = parse(text, delimiter, Header.SEARCHED_ROWS);
            if (hasHeader.test(head.sheets().getFirst())) {
                return parse(text, delimiter, Table.ROWS_MAX + Header.SEARCHED_ROWS + 1);
            }
        }
        throw ImportProblem.NO_HEADER.problem();
    }

    static String decode(byte[] bytes) {
        Optional<Charset> marked = marked(bytes);
        List<Charset> candidates =
                marked.isPresent() ? List.of(marked.get()) : List.of(StandardCharsets.UTF_8, GB18030);
        for (Charset charset : candidates) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
            } catch (CharacterCodingException otherEncoding) {
                continue;
            }
        }
        throw ImportProblem.UNKNOWN_ENCODING.problem();
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return starts(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Table parse(String text, char delimiter, int most) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        List<Table.Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            int number = 0;
            for (CSVRecord row : parser) {
                number++;
                Table.Line line = new Table.Line(number, cells(row));
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                if (lines.size() >= most) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw ImportProblem.UNREADABLE_FILE.problem();
        }
        return new Table(List.of(new Table.Sheet(lines)));
    }

    private static List<String> cells(CSVRecord row) {
        return row.stream()
                .limit(Table.COLUMNS_MAX)
                .map(cell -> cell.length() <= Table.CELL_MAX ? cell : cell.substring(0, Table.CELL_MAX))
                .toList();
    }
}
