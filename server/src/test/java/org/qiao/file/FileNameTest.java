package org.qiao.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "报价单.xlsx | 报价单.xlsx",
                "../../etc/passwd | passwd",
                "..\\..\\windows\\system32\\cmd.exe | cmd.exe",
                "C:\\Users\\me\\a.txt | a.txt",
                "/absolute/path.pdf | path.pdf",
                "..%2f..%2fpasswd | ..%2f..%2fpasswd",
                "a<b>c:d\"e|f?g*h.txt | x",
                "con | _con",
                "NUL.txt | _NUL.txt",
                "lpt1.tar.gz | _lpt1.tar.gz",
                "console.log | console.log",
                "trailing. . . | trailing",
                "'  leading.txt' | leading.txt",
                "résumé.pdf | résumé.pdf",
                ".gitignore | .gitignore",
                "𠮷野家.png | 𠮷野家.png",
                "👩‍👩‍👧.png | 👩‍👩‍👧.png",
                "a.PDF | a.PDF",
            })
    void aNameIsMadeHarmlessAndStaysReadable(String raw, String clean) {
        String expected = raw.startsWith("a<b>") ? "a_b_c_d_e_f_g_h.txt" : clean;
        String given = raw.startsWith("a<b>") ? "a<b>c:d\"e|f?g*h.txt" : raw;

        assertThat(FileName.clean(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "...",
                "/",
                "\\",
                "a/",
                "\u0000",
                "\u202e",
                "\u200b\ufeff",
                "\u200d",
                "\ud800"
            })
    void whatIsNoNameGetsOne(String raw) {
        assertThat(FileName.clean(raw)).isEqualTo("file");
    }

    @Test
    void invisibleAndTurningCharactersAreDropped() {
        assertThat(FileName.clean("invoice\u202egpj.exe")).isEqualTo("invoicegpj.exe");
        assertThat(FileName.clean("a\u0000b\r\nc\u2028d\u200be\u2066f.txt")).isEqualTo("abcdef.txt");
        assertThat(FileName.clean("a\u00a0\u3000b.txt")).isEqualTo("a  b.txt");
        assertThat(FileName.clean("x\ud83dy.txt")).isEqualTo("xy.txt");
    }

    @Test
    void aDecomposedNameIsComposed() {
        assertThat(FileName.clean("re\u0301sume\u0301.pdf")).isEqualTo("résumé.pdf");
    }

    @Test
    void aLongNameKeepsItsEndingAndWholeCharacters() {
        String cut = FileName.clean("长".repeat(300) + ".docx");
        assertThat(cut).hasSize(255).endsWith("长.docx");

        String pairs = FileName.clean("𠮷".repeat(300));
        assertThat(pairs).hasSize(254);
        assertThat(pairs.codePoints().allMatch(c -> c == 0x20BB7)).isTrue();

        assertThat(FileName.clean("a." + "b".repeat(400))).hasSize(255);
    }
}
