package org.qiao.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qiao.QiaoApplication;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.Messages;
import org.qiao.messaging.SyncAnswer;
import org.qiao.messaging.SyncLog;
import org.qiao.messaging.SyncRequest;
import org.qiao.platform.DatabaseAccess;
import org.qiao.platform.DatabaseSettings;
import org.qiao.platform.StartupProblem;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server of the tests is backed up while it works, beside everything that other tests write at the same time. */
@Order(2)
@QiaoTest
class BackupTest {

    private static final int WRITERS = 4;

    /** Tables of a company that stand still while messages are written. */
    private static final List<String> STILL = List.of(
            "principal",
            "directory_member",
            "directory_department",
            "directory_department_member",
            "file_blob",
            "file_upload",
            "messaging_conversation",
            "messaging_member");

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatabaseSettings settings;

    @Autowired
    Messages messages;

    @Autowired
    Conversations conversations;

    @Autowired
    SyncLog syncLog;

    @Autowired
    org.qiao.file.Files uploads;

    @TempDir
    Path temp;

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private volatile boolean writing = true;

    @Test
    void whatWasAcknowledgedBeforeTheBackupIsInTheRestoredServerAndClientsStartOver() throws Exception {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        long group = conversations.createGroup(owner.actor(), "备份组", List.of(), "group");
        byte[] picture = "任意内容".repeat(50_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        uploads.store(owner.actor(), "文件.bin", new ByteArrayInputStream(picture));
        Map<String, Long> before;
        List<Thread> writers = new ArrayList<>();
        Path folder = temp.resolve("backup");
        try {
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(Thread.startVirtualThread(() -> write(owner, group, writer)));
            }
            Await.until(() -> acknowledged.size() > 200);
            before = new TreeMap<>(acknowledged);
            backup(folder);
            int after = acknowledged.size();
            Await.until(() -> acknowledged.size() > after + 50);
        } finally {
            writing = false;
            for (Thread writer : writers) {
                writer.join();
            }
        }
        SyncAnswer known = syncLog.sync(owner.actor(), new SyncRequest(null, null, null, null, null));
        Path restored = temp.resolve("restored");
        long era = restore(folder, restored);

        assertThat(era).isGreaterThan(syncLog.era());
        assertThat(modes(folder)).containsOnly("rwx------", "rw-------");
        try (ConfigurableApplicationContext server = start(restored)) {
            JdbcClient there = JdbcClient.create(server.getBean(DataSource.class));
            compareEntries(there, group, before);
            for (String table : STILL) {
                assertThat(digest(there, table, org.id())).as(table).isEqualTo(digest(jdbc, table, org.id()));
            }
            assertThat(files(restored.resolve("files").resolve(Long.toString(org.id()))))
                    .isEqualTo(files(settings.data().resolve("files").resolve(Long.toString(org.id()))))
                    .hasSize(1);
            clientsStartOver(server.getBean(SyncLog.class), owner, known, era);
            writesGoOn(server.getBean(Messages.class), there, owner, group);
        }
    }

    private void compareEntries(JdbcClient there, long group, Map<String, Long> before) {
        Map<String, Long> stored = new TreeMap<>();
        there.sql("select client_key, seq from messaging_entry where conversation_id = :id and client_key is not null")
                .param("id", group)
                .query((rs, n) -> stored.put(rs.getString(1), rs.getLong(2)))
                .list();
        long head = number(there, "select seq from messaging_head where conversation_id = :id", group);

        assertThat(stored).containsAllEntriesOf(before);
        assertThat(number(there, "select count(*) from messaging_entry where conversation_id = :id", group))
                .isEqualTo(head);
        assertThat(number(there, "select max(seq) from messaging_entry where conversation_id = :id", group))
                .isEqualTo(head);
        assertThat(entries(there, group, head)).isEqualTo(entries(jdbc, group, head));
    }

    private static void clientsStartOver(SyncLog sync, TestUser owner, SyncAnswer known, long era) {
        SyncAnswer answer =
                sync.sync(owner.actor(), new SyncRequest(known.era(), known.cursor(), known.personalSeq(), null, null));

        assertThat(answer.full()).isTrue();
        assertThat(answer.era()).isEqualTo(era);
        assertThat(answer.conversations()).hasSize(1);
        assertThat(sync.sync(owner.actor(), new SyncRequest(era, answer.cursor(), answer.personalSeq(), null, null))
                        .full())
                .isFalse();
    }

    private static void writesGoOn(Messages messages, JdbcClient there, TestUser owner, long group) {
        long head = number(there, "select seq from messaging_head where conversation_id = :id", group);
        assertThat(messages.sendAndWait(owner.actor(), Draft.text(group, "after-restore", "又见面了"))
                        .seq())
                .isEqualTo(head + 1);
    }

    @Test
    void oneChangedByteAnywhereIsRefusedBeforeAnythingIsWritten() throws Exception {
        TestOrg org = given.org();
        uploads.store(org.user().actor(), "a.bin", new ByteArrayInputStream(new byte[] {1, 2, 3}));
        Path folder = temp.resolve("backup");
        backup(folder);
        Path target = temp.resolve("restored");

        for (String name :
                List.of("database/messaging_entry.copy.gz", "manifest.json", "SHA256SUMS", "files/", "keys/")) {
            Path file = first(folder, name);
            byte[] content = Files.readAllBytes(file);
            byte[] changed = content.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> restore(folder, target)).as(name).isInstanceOf(StartupProblem.class);
            Files.write(file, content);
        }
        Path strange = Files.createFile(folder.resolve("files/strange"));
        assertThatThrownBy(() -> restore(folder, target)).hasMessageContaining("does not belong");
        Files.delete(strange);
        Files.delete(first(folder, "keys/"));
        assertThatThrownBy(() -> restore(folder, target)).hasMessageContaining("is missing");
        assertThat(target).doesNotExist();
    }

    @Test
    void nothingIsWrittenOverAndNothingHalfIsLeft() throws Exception {
        Path folder = temp.resolve("backup");
        backup(folder);
        Path full = Files.createDirectory(temp.resolve("full"));
        Files.createFile(full.resolve("something"));

        assertThatThrownBy(() -> backup(full)).hasMessageContaining("not empty");
        assertThatThrownBy(() -> restore(folder, full)).hasMessageContaining("not empty");
        assertThat(full.toFile().list()).containsExactly("something");

        Path empty = Files.createDirectory(temp.resolve("empty"));
        String manifest = Files.readString(folder.resolve(Manifest.FILE));
        rewrite(folder, manifest.replace("__platform_events.sql", "__platform_future.sql"));
        assertThatThrownBy(() -> restore(folder, empty)).hasMessageContaining("newer Qiao");
        rewrite(folder, manifest.replaceFirst("\"rows\" : \\d+", "\"rows\" : 987654321"));
        assertThatThrownBy(() -> restore(folder, empty)).hasMessageContaining("rows instead of");
        assertThat(empty.toFile().list()).doesNotContain("database", "restore.unfinished");
    }

    @Test
    void aServerRefusesWhatAnInterruptedRestoreLeft() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("half"));
        Files.createDirectory(folder.resolve("database"));
        Files.createFile(folder.resolve("restore.unfinished"));

        assertThatThrownBy(() -> DatabaseAccess.join(at(folder))).hasMessageContaining("did not finish");
    }

    private void write(TestUser sender, long group, int writer) {
        for (int n = 0; writing; n++) {
            String key = writer + "-" + n;
            long seq = messages.importAndWait(
                            sender.actor(), Draft.text(group, key, "第 " + key), java.time.Instant.EPOCH)
                    .seq();
            acknowledged.put(key, seq);
        }
    }

    private void backup(Path folder) throws Exception {
        try (DatabaseAccess access = DatabaseAccess.join(settings)) {
            new Backup(access, "test").write(folder);
        }
    }

    private static long restore(Path folder, Path data) throws Exception {
        Restore restore = Restore.verified(folder);
        try (DatabaseAccess access = DatabaseAccess.fresh(at(data))) {
            return restore.into(access);
        }
    }

    /** Writes another manifest, with the right checksum. */
    private static void rewrite(Path folder, String manifest) throws IOException {
        Path sums = folder.resolve(SealedFolder.SUMS);
        String old = SealedFolder.open(folder).sum(Manifest.FILE);
        Files.writeString(folder.resolve(Manifest.FILE), manifest);
        Path copy = folder.resolveSibling("manifest.copy");
        Files.deleteIfExists(copy);
        String sum = SealedFolder.copy(Files.newInputStream(folder.resolve(Manifest.FILE)), copy);
        Files.writeString(sums, Files.readString(sums).replace(old, sum));
    }

    private static DatabaseSettings at(Path data) {
        return new DatabaseSettings(data, new DatabaseSettings.Connection("", "", "", 4));
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(QiaoApplication.class)
                .run("--server.port=0", "--qiao.gateway.port=0", "--qiao.data=" + data);
    }

    private static Path first(Path folder, String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve(name))) {
            return all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private static long number(JdbcClient database, String sql, long id) {
        return database.sql(sql).param("id", id).query(Long.class).single();
    }

    private static String entries(JdbcClient database, long group, long head) {
        return database.sql("""
                        select md5(string_agg(entry::text, ',' order by seq)) from messaging_entry entry
                        where conversation_id = :id and seq <= :head
                        """)
                .param("id", group)
                .param("head", head)
                .query(String.class)
                .single();
    }

    private static String digest(JdbcClient database, String table, long org) {
        return database.sql(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from "
                                + table + " t where org_id = :org")
                .param("org", org)
                .query(String.class)
                .single();
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(
                        root.relativize(file).toString(),
                        org.springframework.util.DigestUtils.md5DigestAsHex(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    private static List<String> modes(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(file -> {
                        try {
                            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .distinct()
                    .toList();
        }
    }
}
