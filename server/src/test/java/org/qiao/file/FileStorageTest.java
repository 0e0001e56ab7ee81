package org.qiao.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qiao.platform.DatabaseSettings;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class FileStorageTest {

    private static final int LARGE = 60 * 1024 * 1024;

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Files files;

    @Autowired
    BlobFolder folder;

    @Autowired
    DatabaseSettings settings;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void sixtyMegabytesGoUpAndDownInSmallPieces() throws IOException {
        TestUser user = given.org().user();
        HttpURLConnection upload = open(user, "/api/files?name=large.bin");
        upload.setDoOutput(true);
        upload.setRequestMethod("POST");
        upload.setFixedLengthStreamingMode(LARGE);
        byte[] piece = new byte[1024 * 1024];
        try (OutputStream out = upload.getOutputStream()) {
            for (int i = 0; i < 60; i++) {
                java.util.Arrays.fill(piece, (byte) i);
                out.write(piece);
            }
        }
        assertThat(upload.getResponseCode()).isEqualTo(201);
        long id = jdbc.sql("select max(id) from file_upload where owner_id = :id")
                .param("id", user.id())
                .query(Long.class)
                .single();

        HttpURLConnection download = open(user, files.ticket(user.actor(), id).url());
        long[] seen = new long[60];
        try (InputStream in = download.getInputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                for (int i = 0; i < read; i++) {
                    seen[piece[i]]++;
                }
            }
        }
        assertThat(download.getContentLengthLong()).isEqualTo(LARGE);
        assertThat(seen).containsOnly(1024 * 1024);
    }

    @Test
    void moreThanTheLimitIsRefusedBeforeTheFirstByte() throws IOException {
        TestUser user = given.org().user();

        String answer = raw(user, "Content-Length: " + 600L * 1024 * 1024, "", false);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("file.too_large");
    }

    @Test
    void anUploadWithoutALengthIsRefused() throws IOException {
        TestUser user = given.org().user();

        String answer = raw(user, "Transfer-Encoding: chunked", "4\r\ntext\r\n0\r\n\r\n", false);

        assertThat(answer).startsWith("HTTP/1.1 411").contains("file.length_required");
        assertThat(uploads(user)).isZero();
    }

    @Test
    void anUploadThatBreaksOffLeavesNoRow() throws IOException {
        TestUser user = given.org().user();

        String answer = raw(user, "Content-Length: 1000", "only this", true);

        assertThat(answer).doesNotContain("HTTP/1.1 201");
        assertThat(uploads(user)).isZero();
        assertThat(Uploads.upload(http, user, "a.txt", new byte[] {1}).size()).isOne();
    }

    @Test
    void theSameContentLiesOnDiskOncePerCompany() throws IOException {
        TestOrg org = given.org();
        TestUser user = org.user();
        TestUser colleague = org.user("李四");
        TestUser stranger = given.org().user();
        byte[] content = ("same " + org.id()).getBytes(UTF_8);

        FileView first = Uploads.upload(http, user, "a.txt", content);
        FileView second = Uploads.upload(http, colleague, "b.txt", content);
        FileView foreign = Uploads.upload(http, stranger, "c.txt", content);

        assertThat(List.of(first.id(), second.id(), foreign.id())).doesNotHaveDuplicates();
        assertThat(second.name()).isEqualTo("b.txt");
        assertThat(blobs(org.id())).isOne();
        assertThat(onDisk(org.id())).hasSize(1);
        assertThat(onDisk(stranger.orgId())).hasSize(1);
    }

    @Test
    void theSameContentUploadedManyTimesAtOnceIsOneBlob() throws Exception {
        TestOrg org = given.org();
        byte[] picture = Samples.png(600, 400 + (int) (org.id() % 50));
        List<Future<FileView>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                TestUser user = org.user("员工" + i);
                running.add(
                        threads.submit(() -> files.store(user.actor(), "p.png", new ByteArrayInputStream(picture))));
            }
        }

        for (Future<FileView> file : running) {
            assertThat(file.get().thumbnail()).isTrue();
        }
        assertThat(blobs(org.id())).isOne();
        assertThat(onDisk(org.id())).hasSize(2);
    }

    @Test
    void aPictureIsShownInPlaceAndHasAPreview() throws IOException {
        TestUser user = given.org().user();
        FileView file = Uploads.upload(http, user, "photo.jpg", Samples.jpegWithExif(900, 600, 6));

        assertThat(file.width()).isEqualTo(600);
        assertThat(file.isPicture()).isTrue();
        Thumbnail preview = files.thumbnail(user.orgId(), file.id());
        assertThat(preview.content().contentLength()).isPositive();
        assertThat(preview.answer().getHeaders().getFirst("X-Content-Type-Options"))
                .isEqualTo("nosniff");
        String url = files.ticket(user.actor(), file.id()).url();
        Uploads.get(http, user, url + "?inline=1")
                .expectHeader()
                .contentType("image/jpeg")
                .expectHeader()
                .value(
                        HttpHeaders.CONTENT_DISPOSITION,
                        value -> assertThat(value).startsWith("inline"));
    }

    @Test
    void aPageThatCallsItselfAPictureIsOnlySaved() {
        TestUser user = given.org().user();
        FileView file = Uploads.upload(http, user, "photo.png", "<html><script>1</script>".getBytes(UTF_8));

        assertThat(file.type()).isEqualTo("text/html");
        Uploads.get(http, user, files.ticket(user.actor(), file.id()).url() + "?inline=1")
                .expectHeader()
                .contentType("application/octet-stream")
                .expectHeader()
                .value(
                        HttpHeaders.CONTENT_DISPOSITION,
                        value -> assertThat(value).startsWith("attachment"));
    }

    @Test
    void aNameFromOutsideIsCleanedAndAMissingOneRefused() {
        TestUser user = given.org().user();

        assertThat(Uploads.upload(http, user, "../../x\u202egnp.exe", new byte[] {1})
                        .name())
                .isEqualTo("xgnp.exe");
        http.post()
                .uri("/api/files")
                .headers(user::signIn)
                .body(new byte[] {1})
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void theSigningKeyIsReadableByTheServerOnly() throws IOException {
        Path key = settings.data().resolve("keys/file-ticket.key");

        assertThat(java.nio.file.Files.getPosixFilePermissions(key))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(java.nio.file.Files.size(key)).isEqualTo(32);
    }

    private HttpURLConnection open(TestUser user, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://localhost:" + port + path).toURL().openConnection();
        connection.setRequestProperty(HttpHeaders.AUTHORIZATION, "Bearer " + user.token());
        connection.setRequestProperty(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
        return connection;
    }

    /** A request as no honest client sends it. */
    private String raw(TestUser user, String length, String body, boolean hangUp) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            String request = String.join(
                    "\r\n",
                    "POST /api/files?name=a.txt HTTP/1.1",
                    "Host: localhost",
                    "Connection: close",
                    "Authorization: Bearer " + user.token(),
                    "Content-Type: application/octet-stream",
                    length,
                    "",
                    body);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.getOutputStream().flush();
            if (hangUp) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private long uploads(TestUser user) {
        return jdbc.sql("select count(*) from file_upload where owner_id = :id")
                .param("id", user.id())
                .query(Long.class)
                .single();
    }

    private long blobs(long orgId) {
        return jdbc.sql("select count(*) from file_blob where org_id = :id")
                .param("id", orgId)
                .query(Long.class)
                .single();
    }

    private Set<Path> onDisk(long orgId) throws IOException {
        Path place = folder.path(orgId, HexFormat.of().parseHex("00".repeat(32)));
        try (Stream<Path> all =
                java.nio.file.Files.walk(place.getParent().getParent().getParent())) {
            return all.filter(java.nio.file.Files::isRegularFile).collect(java.util.stream.Collectors.toSet());
        }
    }
}
