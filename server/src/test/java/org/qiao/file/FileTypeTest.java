package org.qiao.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {

    @TempDir
    Path folder;

    static Stream<Arguments> contents() throws IOException {
        byte[] ole = Samples.join(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                new byte[2000]);
        return Stream.of(
                row("png", Samples.png(2, 2), "image/png"),
                row("jpeg", Samples.jpeg(2, 2), "image/jpeg"),
                row("gif", "GIF89a\1\0\1\0".getBytes(ISO_8859_1), "image/gif"),
                row("webp", Samples.webp(10, 10), "image/webp"),
                row("pdf", "%PDF-1.7\n1 0 obj".getBytes(UTF_8), "application/pdf"),
                row("zip", Samples.zip("a.txt"), "application/zip"),
                row("zip bomb", Samples.bomb(), "application/zip"),
                row(
                        "docx",
                        Samples.zip("[Content_Types].xml", "_rels/.rels", "word/document.xml"),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                row(
                        "xlsx",
                        Samples.zip("[Content_Types].xml", "xl/workbook.xml"),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                row(
                        "pptx",
                        Samples.zip("[Content_Types].xml", "ppt/presentation.xml"),
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
                row("doc", Samples.join(ole, "WordDocument".getBytes(UTF_16LE)), "application/msword"),
                row("other ole", ole, "application/x-ole-storage"),
                row("text", "你好".getBytes(UTF_8), "text/plain"),
                row("nothing", new byte[0], "application/octet-stream"),
                row("noise", new byte[] {0, 1, 2, 3, (byte) 0xFF, 0, 9}, "application/octet-stream"),
                row("mp3", Samples.join("ID3\3\0\0\0\0\0\0".getBytes(ISO_8859_1), new byte[64]), "audio/mpeg"),
                row("mp4", "\0\0\0\30ftypmp42\0\0\0\0mp42isom".getBytes(ISO_8859_1), "video/mp4"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contents")
    void theContentTellsTheType(String name, byte[] content, String type) throws IOException {
        assertThat(sniff(content)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<!DOCTYPE html><html></html>",
                "  \n\n<HTML><body onload=alert(1)>",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!-- x --><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><script/></html>",
                "<script>alert(1)</script>",
                "#!/bin/sh\necho",
                "MZ\u0090\0\3\0\0\0",
                "<?php echo 1;",
                "javascript:alert(1)",
                "GIF87",
                "%!PS-Adobe-3.0",
                "\u0000<html><script>"
            })
    void whatCanRunIsNeverShownInPlace(String content) throws IOException {
        assertThat(FileType.isInline(sniff(content.getBytes(ISO_8859_1)))).isFalse();
    }

    @Test
    void aPictureWithAProgramBehindItIsStillOnlyAPicture() throws IOException {
        byte[] program = "<script>alert(1)</script>".getBytes(UTF_8);

        assertThat(sniff(Samples.join(Samples.png(2, 2), program))).isEqualTo("image/png");
        assertThat(sniff(Samples.join(Samples.jpeg(2, 2), Samples.zip("a.class"))))
                .isEqualTo("image/jpeg");
    }

    private String sniff(byte[] content) throws IOException {
        Path file = folder.resolve("content");
        Files.write(file, content);
        return FileType.sniff(file);
    }

    private static Arguments row(String name, byte[] content, String type) {
        return Arguments.of(name, content, type);
    }
}
