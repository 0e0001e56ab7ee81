package org.qiao.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A disk of some hundred megabytes in memory, over the data folder of a server that is stopped. Only root may make one. */
final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTES = 640;
    private static final String FILLER = "filler";

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Empty when it works here, else why not. */
    static String missing(Path work) {
        try {
            Files.createDirectories(work);
            Path trial = Files.createTempDirectory(work, "disk-");
            boolean works = mount(trial, 1);
            if (works) {
                unmount(trial);
            }
            Files.delete(trial);
            return works ? "" : "only root may mount a small disk";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves what lies in the folder onto a small disk at the same place. */
    static SmallDisk under(Path folder) {
        Path aside = folder.resolveSibling(folder.getFileName() + ".aside");
        try {
            Files.move(folder, aside);
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!mount(folder, MEGABYTES) || !works("cp", "-a", aside + "/.", folder.toString())) {
            throw new IllegalStateException("The data folder could not be moved to a small disk");
        }
        works("rm", "-rf", aside.toString());
        return new SmallDisk(folder);
    }

    private static boolean mount(Path folder, int megabytes) {
        return works("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=700", "tmpfs", folder.toString());
    }

    private static void unmount(Path folder) {
        if (!works("umount", folder.toString())) {
            works("umount", "-l", folder.toString());
        }
    }

    private static boolean works(String... words) {
        try {
            return new ProcessBuilder(List.of(words))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** To the last byte, and again and again: a database that deletes a file would have room. */
    void fill() {
        byte[] block = new byte[64 * 1024];
        try (OutputStream filler =
                Files.newOutputStream(folder.resolve(FILLER), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int size = block.length; size > 0; size /= 2) {
                write(filler, block, size);
            }
        } catch (IOException _) {
            // Full.
        }
    }

    private static void write(OutputStream filler, byte[] block, int size) {
        try {
            while (true) {
                filler.write(block, 0, size);
            }
        } catch (IOException _) {
            // Full for pieces of this size.
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(folder.resolve(FILLER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        unmount(folder);
    }
}
