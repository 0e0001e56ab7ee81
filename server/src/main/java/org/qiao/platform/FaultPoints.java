package org.qiao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Named places at which the crash checker lets the program end, or lose an answer. They are armed by files in the folder that the JVM
 * property {@code qiao.fault.folder} names: a file called like the point holds the number of passings. Without the property a point is one
 * comparison with a constant.
 */
public final class FaultPoints {

    private static final Logger log = LoggerFactory.getLogger(FaultPoints.class);
    private static final int KILLED = 137;
    private static final @Nullable Path FOLDER = folder();
    private static final boolean ON = FOLDER != null;
    private static final Map<String, AtomicInteger> PASSINGS = new ConcurrentHashMap<>();

    private FaultPoints() {}

    private static @Nullable Path folder() {
        String folder = System.getProperty("qiao.fault.folder");
        if (folder == null) {
            return null;
        }
        log.warn(
                "qiao.fault.folder is set: THIS SERVER CRASHES ON PURPOSE. It is for the crash checker, never for people");
        return Path.of(folder);
    }

    /** Ends the process here, as suddenly as kill -9, when the point is armed and this is the passing it is armed for. */
    public static void reached(String point) {
        if (ON && isDue(point)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** True once, at the passing the point is armed for: the caller then behaves as if something had gone wrong here. */
    public static boolean isDue(String point) {
        if (FOLDER == null) {
            return false;
        }
        try {
            Path file = FOLDER.resolve(point);
            int armed = Integer.parseInt(Files.readString(file).strip());
            if (PASSINGS.computeIfAbsent(point, _ -> new AtomicInteger()).incrementAndGet() < armed) {
                return false;
            }
            PASSINGS.remove(point);
            return Files.deleteIfExists(file);
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True while the program is told to do a thing wrongly, so that it can be seen that the checker finds it. */
    public static boolean isBroken(String thing) {
        return FOLDER != null && Files.exists(FOLDER.resolve("broken." + thing));
    }
}
